package id.tuntas.access.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.RefusingDoor;
import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class AccessConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    /** Scripts and styles come from this server alone; the form engine's XPath parser is WebAssembly, its photo scaler works in data: workers. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
            + "img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
            + "worker-src 'self' blob: data:; connect-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** A Collect key is in the address and looked at where it is used: no session, nothing to decide here but the headers. */
    @Bean
    @Order(1)
    SecurityFilterChain collect(HttpSecurity http) throws Exception {
        return http.securityMatcher("/odk/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .headers(AccessConfiguration::strict)
                .build();
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** An address that the firewall takes for an attack, as one with a semicolon in it. */
    @Bean
    RequestRejectedHandler rejected(ProblemTexts problems, ObjectProvider<RefusingDoor> doors) {
        return (request, response, e) -> {
            Refusal refusal = new Refusal(HttpStatus.BAD_REQUEST, "malformed");
            Optional<RefusingDoor> door =
                    doors.orderedStream().filter(one -> one.leadsTo(request)).findFirst();
            if (door.isPresent()) {
                door.get().refuse(request, response, refusal);
            } else {
                problems.write(request, response, refusal);
            }
        };
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, SessionStore sessions, DeviceRegister devices, ProblemTexts problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AccessConfiguration::strict)
                .addFilterBefore(new SessionFilter(sessions, problems), AuthorizationFilter.class)
                .addFilterAfter(new DeviceFilter(devices, problems), SessionFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/v1/session",
                                "/api/v1/app",
                                "/api/v1/openapi.json",
                                "/api/v1/setup/*",
                                "/api/v1/kept-papers/*",
                                "/api/v1/open/**")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint((request, response, e) ->
                                problems.write(request, response, new Refusal(HttpStatus.UNAUTHORIZED, "no-session")))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.write(request, response, Refusal.forbidden())))
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Actor.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer container,
                    NativeWebRequest request,
                    WebDataBinderFactory binders) {
                Authentication authentication =
                        SecurityContextHolder.getContext().getAuthentication();
                if (authentication == null || !(authentication.getPrincipal() instanceof Actor actor)) {
                    throw new Refusal(HttpStatus.UNAUTHORIZED, "no-session");
                }
                return actor;
            }
        });
    }
}
