package id.tuntas.access.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Devices;
import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every request that names its phone is a contact of that phone; a revoked one gets no further. */
class DeviceFilter extends OncePerRequestFilter {

    private final DeviceRegister devices;
    private final ProblemTexts problems;

    DeviceFilter(DeviceRegister devices, ProblemTexts problems) {
        this.devices = devices;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || request.getHeader(Devices.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String deviceId = request.getHeader(Devices.HEADER);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (authentication != null && authentication.getPrincipal() instanceof Actor actor) {
                devices.contact(actor, deviceId, instant(request.getHeader(Devices.PHONE_TIME_HEADER)));
            } else {
                devices.contactOfNobody(deviceId);
            }
        } catch (Refusal refusal) {
            problems.write(request, response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }
}
