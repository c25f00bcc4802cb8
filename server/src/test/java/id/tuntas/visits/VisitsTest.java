package id.tuntas.visits;

import id.tuntas.testing.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A server of their own for the tests of visits: its open round has the verification form, and its day is set. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@Import(Field.class)
@TestPropertySource(properties = "tuntas.public-url=" + VisitsTest.ADDRESS)
public @interface VisitsTest {

    String ADDRESS = "https://tuntas.contoh.id";
}
