package id.tuntas.demo.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the demo is to be like.
 *
 * @param password of all accounts; blank leaves each with one of its own
 * @param day to play to at the start; null for where it stands, at first 3 February 2023
 * @param families the published figures are kept in proportion
 * @param seed the same seed gives the same families, visits and answers
 */
@ConfigurationProperties("tuntas.demo")
record DemoSettings(
        @DefaultValue("") String password,
        @Nullable LocalDate day,
        @DefaultValue("5314") int families,
        @DefaultValue("20230203") long seed) {}
