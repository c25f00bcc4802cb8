package id.tuntas.cli;

import id.tuntas.platform.Postmaster;
import id.tuntas.platform.ProblemTexts;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ProblemDetail;

/**
 * Runs a verb on an installation's data, beside a server that runs on them or without one. Only the parts that the verb asks for are made:
 * no web server, no jobs, no schedule.
 */
final class Tools {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STEP = Duration.ofMillis(100);

    private final Class<?> application;

    Tools(Class<?> application) {
        this.application = application;
    }

    /** Does the work with the application's parts. A refusal comes out as a {@link Stop} with its texts. */
    int on(Path data, Function<ApplicationContext, Integer> work) {
        boolean embedded = !DatabaseCheck.configured();
        if (!embedded) {
            DatabaseCheck.requireUsable();
            return inContext(data, work);
        }
        try (DataFolder folder = DataFolder.forTool(data)) {
            if (!folder.held()) {
                awaitDatabase(data.resolve("postgres"));
            }
            return inContext(data, work);
        }
    }

    /** A server that holds the folder is about to start its database, or has. */
    private static void awaitDatabase(Path folder) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (Postmaster.on(folder).filter(Postmaster::ready).isEmpty()) {
                if (System.nanoTime() > end) {
                    throw Stop.missing(
                            "database-waiting",
                            "Tuntas yang memakai folder ini belum menjalankan PostgreSQL-nya; coba lagi sebentar lagi.",
                            "The Tuntas that uses this folder has not started its PostgreSQL yet; try again in a moment.");
                }
                Thread.sleep(STEP);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int inContext(Path data, Function<ApplicationContext, Integer> work) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        spring.setAdditionalProfiles("tool");
        spring.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = launch(spring, settings(data))) {
            try {
                return work.apply(context);
            } catch (Refusal refusal) {
                throw worded(refusal, context.getBean(ProblemTexts.class));
            }
        }
    }

    private static String[] settings(Path data) {
        return ServerRun.asArguments(Map.of(
                "tuntas.data",
                data,
                "tuntas.join-database",
                "true",
                "logging.level.root",
                "off",
                "logging.level.id.tuntas",
                "error"));
    }

    private static ConfigurableApplicationContext launch(SpringApplication spring, String[] settings) {
        try {
            return spring.run(settings);
        } catch (RuntimeException e) {
            throw StartFailure.told(e);
        }
    }

    private static Stop worded(Refusal refusal, ProblemTexts texts) {
        Map<String, String> worded = new HashMap<>();
        for (String language : new String[] {"id", "en"}) {
            ProblemDetail detail = texts.detail(refusal, Locale.of(language));
            String fields = refusal.fields().isEmpty()
                    ? ""
                    : " " + String.join("; ", texts.fields(refusal, Locale.of(language)));
            worded.put(language, detail.getDetail() + fields);
        }
        return Stop.refused(refusal.code(), worded.get("id"), worded.get("en"));
    }
}
