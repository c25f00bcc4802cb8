package id.tuntas.platform;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address by which the world reaches this server: {@code TUNTAS_PUBLIC_URL}, else the one the current request came by. */
@Component
public class PublicAddress {

    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /** Without a slash at its end. Nobody's request and no setting leave this machine itself, at the port on which it listens. */
    public String base() {
        String configured = environment.getProperty("tuntas.public-url", "");
        if (!configured.isBlank()) {
            return configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
        }
        return RequestContextHolder.getRequestAttributes() == null
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
