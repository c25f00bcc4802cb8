package id.tuntas.access.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the {@link Actor} of a request by its cookie or its bearer token. A write by cookie needs the session's CSRF token in a header; a
 * false one ends the request before its body is looked at.
 */
class SessionFilter extends OncePerRequestFilter {

    static final String COOKIE = "TUNTAS_SESSION";
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SessionStore sessions;
    private final ProblemTexts problems;

    SessionFilter(SessionStore sessions, ProblemTexts problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(BEARER)) {
            sessions.bearer(authorization.substring(BEARER.length())).ifPresent(SessionFilter::signedIn);
        } else {
            Optional<SessionStore.Session> session = token(request).flatMap(sessions::find);
            if (session.isPresent()) {
                if (!SAFE.contains(request.getMethod())
                        && !isSignIn(request)
                        && !matches(session.get().csrfToken(), request.getHeader(CSRF_HEADER))) {
                    problems.write(request, response, new Refusal(HttpStatus.FORBIDDEN, "csrf"));
                    return;
                }
                signedIn(session.get().actor());
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/v1/session");
    }

    private static boolean matches(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static void signedIn(Actor actor) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }

    static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
