package id.tuntas.platform.internal;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A built file bears the hash of its content in its name, so a browser keeps it for good and a phone fetches it once. Every other file,
 * the field app's {@code sw.js} above all, is asked for anew each time.
 */
@Configuration
class PageFiles implements WebMvcConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(FOR_GOOD);
        registry.addResourceHandler("/lapangan/assets/**")
                .addResourceLocations("classpath:/static/lapangan/assets/")
                .setCacheControl(FOR_GOOD);
    }
}
