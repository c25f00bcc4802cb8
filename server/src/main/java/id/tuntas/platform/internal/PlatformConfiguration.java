package id.tuntas.platform.internal;

import com.fasterxml.jackson.annotation.Nulls;
import id.tuntas.platform.Regency;
import id.tuntas.platform.StorageSettings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

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

    /** A list in a request that holds a null is malformed, whichever list it is; its text is whole. */
    @Bean
    ServerHttpMessageConvertersCustomizer strictRequests(JsonMapper mapper) {
        JsonMapper strict = mapper.rebuild()
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .addModule(new SimpleModule().addDeserializer(String.class, new WholeText()))
                .build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Tuntas").version("v1"));
    }
}
