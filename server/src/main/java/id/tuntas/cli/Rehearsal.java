package id.tuntas.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A few requests to a server that has just started, so that the classes of a request are recorded too. */
final class Rehearsal {

    private static final List<String> PATHS = List.of("/healthz", "/", "/api/v1/app", "/api/v1/session");

    private final String address;

    Rehearsal(ConfigurableApplicationContext context) {
        address = "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    int run() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.discarding());
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.PROBLEMS;
        }
    }
}
