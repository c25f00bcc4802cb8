package id.tuntas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class NamingThisServerTest {

    private final MockEnvironment environment = new MockEnvironment();
    private final PublicAddress address = new PublicAddress(environment);

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whatNobodyAskedForNamesThePortOnWhichThisServerListens() {
        environment.setProperty("local.server.port", "18437");

        assertThat(address.base()).isEqualTo("http://localhost:18437");
    }

    @Test
    void aRequestNamesTheAddressItCameBy() {
        environment.setProperty("local.server.port", "18437");
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/meetings");
        request.setServerName("10.0.0.7");
        request.setServerPort(8080);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(address.base()).isEqualTo("http://10.0.0.7:8080");
    }

    @Test
    void theSettingGoesBeforeBoth() {
        environment.setProperty("local.server.port", "18437");
        environment.setProperty("tuntas.public-url", "https://verval.contoh.go.id/");

        assertThat(address.base()).isEqualTo("https://verval.contoh.go.id");
    }
}
