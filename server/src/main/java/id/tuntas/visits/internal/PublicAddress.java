package id.tuntas.visits.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address by which phones reach this server: {@code TUNTAS_PUBLIC_URL}, else the one the request came by. */
@Component
class PublicAddress {

    private final String configured;

    PublicAddress(@Value("${tuntas.public-url:}") String configured) {
        this.configured = configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
    }

    /** Of one officer's OpenRosa server. */
    String openRosa(HttpServletRequest request, String key) {
        String base = configured.isBlank()
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : configured;
        return base + "/odk/key/" + key;
    }
}
