package id.tuntas;

import id.tuntas.cli.Verbs;
import id.tuntas.platform.BusinessClock;
import java.io.PrintStream;
import java.util.TimeZone;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Tuntas: one verb of its command line. */
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class TuntasApplication {

    public static void main(String[] args) {
        PrintStream out = System.out;
        System.setOut(System.err);
        // JavaRosa's today() is the JVM's day, and an officer's visit of this morning must not lie in the future.
        TimeZone.setDefault(TimeZone.getTimeZone(BusinessClock.ZONE));
        System.exit(new Verbs(TuntasApplication.class, out, System.err).run(args));
    }
}
