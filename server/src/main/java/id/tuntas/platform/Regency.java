package id.tuntas.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The regency this installation serves when nobody is signed in; everybody else brings his own.
 *
 * @param code Ministry of Home Affairs code, as {@code 51.08}
 */
@ConfigurationProperties("tuntas.regency")
public record Regency(
        @DefaultValue("51.08") String code,
        @DefaultValue("Kabupaten Buleleng") String name) {}
