package id.tuntas.platform.internal;

import id.tuntas.platform.Regency;
import id.tuntas.platform.StorageSettings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableConfigurationProperties({Regency.class, StorageSettings.class})
class PlatformConfiguration {

    /** Only a server works by itself; a verb of the command line does what it is asked. */
    @Configuration
    @EnableScheduling
    @Profile("!tool")
    static class Schedule {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Tuntas").version("v1"));
    }
}
