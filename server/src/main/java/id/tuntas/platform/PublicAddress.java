package id.tuntas.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address by which the world reaches this server: {@code TUNTAS_PUBLIC_URL}, else the one the current request came by. */
@Component
public class PublicAddress {

    private final String configured;

    PublicAddress(@Value("${tuntas.public-url:}") String configured) {
        this.configured = configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
    }

    /** Without a slash at its end. Nobody's request and no setting leave this machine itself. */
    public String base() {
        if (!configured.isBlank()) {
            return configured;
        }
        return RequestContextHolder.getRequestAttributes() == null
                ? "http://localhost:8080"
                : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
