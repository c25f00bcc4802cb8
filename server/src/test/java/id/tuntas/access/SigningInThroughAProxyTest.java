package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SigningInThroughAProxyTest {

    private static final int PER_ADDRESS = 100;

    @Autowired
    private Http http;

    @Autowired
    private Personas personas;

    @Test
    void theCookieOfAnAddressUnderHttpsStaysThere() {
        assertThat(cookie("https")).contains("; Secure");
        assertThat(cookie("http")).doesNotContain("Secure");
    }

    private String cookie(String scheme) {
        personas.actor("eka");
        return http.withoutSession()
                .header("X-Forwarded-Proto", scheme)
                .post("/api/v1/session", Map.of("username", "eka", "password", Personas.PASSWORD))
                .raw()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    @Test
    void whoGuessesIsSlowedDownAndNotEverybodyBehindTheProxy() {
        personas.actor("eka");
        int last = 0;
        for (int i = 0; i <= PER_ADDRESS; i++) {
            last = from("203.0.113.7", "tebakan" + i, "salah sekali");
        }

        assertThat(last).isEqualTo(429);
        assertThat(from("203.0.113.8", "eka", Personas.PASSWORD)).isEqualTo(200);
    }

    private int from(String address, String username, String password) {
        return http.withoutSession()
                .header("X-Forwarded-For", address)
                .post("/api/v1/session", Map.of("username", username, "password", password))
                .status();
    }
}
