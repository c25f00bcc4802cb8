package id.tuntas.demo.internal;

import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** A server that has seeded a small demo of its own before the first test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@ActiveProfiles("demo")
@TestPropertySource(properties = "tuntas.demo.password=" + Personas.PASSWORD)
@interface DemoTest {}
