package id.tuntas.access.internal;

import id.tuntas.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    record Credentials(@Nullable String username, @Nullable String password) {}

    record SessionView(UserView user, String csrfToken) {}

    private final SignIn signIn;
    private final boolean reachedByTls;

    SessionController(SignIn signIn, @Value("${tuntas.public-url:}") String publicUrl) {
        this.signIn = signIn;
        this.reachedByTls = publicUrl.startsWith("https:");
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<SessionView> open(@RequestBody Credentials credentials, HttpServletRequest request) {
        SessionStore.Opened opened = signIn.byPassword(
                required(credentials.username(), "/username"),
                required(credentials.password(), "/password"),
                request.getRemoteAddr());
        SessionFilter.token(request).ifPresent(signIn::end);
        SessionStore.Session session = signIn.session(opened.token()).orElseThrow();
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(opened.token(), request).toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new SessionView(UserView.of(session.actor()), session.csrfToken()));
    }

    @GetMapping
    ResponseEntity<SessionView> show(HttpServletRequest request) {
        SessionStore.Session session = SessionFilter.token(request)
                .flatMap(signIn::session)
                .orElseThrow(() -> new Refusal(HttpStatus.UNAUTHORIZED, "no-session"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new SessionView(UserView.of(session.actor()), session.csrfToken()));
    }

    @DeleteMapping
    ResponseEntity<Void> close(HttpServletRequest request) {
        SessionFilter.token(request).ifPresent(signIn::end);
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie("", request).mutate().maxAge(0).build().toString())
                .build();
    }

    private static String required(@Nullable String value, String pointer) {
        if (value == null || value.isEmpty()) {
            throw Refusal.invalid(pointer, "required");
        }
        return value;
    }

    private ResponseCookie cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(SessionFilter.COOKIE, value)
                .httpOnly(true)
                .secure(reachedByTls || request.isSecure())
                .sameSite("Lax")
                .path("/")
                .build();
    }
}
