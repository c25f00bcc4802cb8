package id.tuntas;

import id.tuntas.cli.Verbs;
import java.io.PrintStream;
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
        System.exit(new Verbs(TuntasApplication.class, out, System.err).run(args));
    }
}
