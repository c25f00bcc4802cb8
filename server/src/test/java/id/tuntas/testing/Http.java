package id.tuntas.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the running server as a browser does, from outside; one session for each persona, opened once. */
@Component
public class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private record Session(String cookie, String csrf) {}

    private final Environment environment;
    private final Personas personas;
    private final JsonMapper mapper;
    private final Map<String, Session> sessions = new HashMap<>();

    Http(Environment environment, Personas personas, JsonMapper mapper) {
        this.environment = environment;
        this.personas = personas;
        this.mapper = mapper;
    }

    /** An answer; {@code json} is null when the body is not JSON. */
    public record Answer(int status, String body, HttpResponse<String> raw, JsonNode json) {

        /** The problem's code; empty when the answer is none. */
        public String code() {
            return json != null && json.has("code") ? json.get("code").asString() : "";
        }
    }

    public Caller as(String persona) {
        return new Caller(session(persona), Map.of());
    }

    public Caller withoutSession() {
        return new Caller(null, Map.of());
    }

    public String baseUrl() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }

    private synchronized Session session(String persona) {
        personas.actor(persona);
        return sessions.computeIfAbsent(persona, name -> {
            Answer answer =
                    withoutSession().post("/api/v1/session", Map.of("username", name, "password", Personas.PASSWORD));
            String cookie = answer.raw().headers().firstValue("Set-Cookie").orElseThrow();
            return new Session(
                    cookie.substring(0, cookie.indexOf(';')),
                    answer.json().get("csrfToken").asString());
        });
    }

    /** One person's requests. */
    public final class Caller {

        private final Session session;
        private final Map<String, String> headers;

        private Caller(Session session, Map<String, String> headers) {
            this.session = session;
            this.headers = headers;
        }

        public Caller header(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Caller(session, more);
        }

        /** The same person with a false CSRF token. */
        public Caller withFalseCsrf() {
            return new Caller(new Session(session.cookie(), "false"), headers);
        }

        public Answer get(String path) {
            return send("GET", path, BodyPublishers.noBody(), null);
        }

        public Answer delete(String path) {
            return send("DELETE", path, BodyPublishers.noBody(), null);
        }

        public Answer post(String path, Object body) {
            return send("POST", path, BodyPublishers.ofString(mapper.writeValueAsString(body)), "application/json");
        }

        public Answer put(String path, Object body) {
            return send("PUT", path, BodyPublishers.ofString(mapper.writeValueAsString(body)), "application/json");
        }

        public Answer patch(String path, Object body) {
            return send("PATCH", path, BodyPublishers.ofString(mapper.writeValueAsString(body)), "application/json");
        }

        /** A file as it comes, byte for byte. */
        public HttpResponse<byte[]> download(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl() + path));
            if (session != null) {
                request.header("Cookie", session.cookie());
            }
            headers.forEach(request::setHeader);
            return exchange(request.build(), BodyHandlers.ofByteArray());
        }

        /** The file that a posted body leads to. */
        public HttpResponse<byte[]> download(String path, Object body) {
            return exchange(
                    request("POST", path, BodyPublishers.ofString(mapper.writeValueAsString(body)), "application/json"),
                    BodyHandlers.ofByteArray());
        }

        /** One file in a form's field {@code file}. */
        public Answer upload(String path, String name, byte[] file) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(
                    ("--batas\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n--batas--\r\n".getBytes(StandardCharsets.US_ASCII));
            return send(
                    "POST",
                    path,
                    BodyPublishers.ofByteArray(body.toByteArray()),
                    "multipart/form-data; boundary=batas");
        }

        public Answer send(String method, String path, BodyPublisher body, String contentType) {
            HttpResponse<String> response = exchange(request(method, path, body, contentType), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(), response.body(), response, json ? mapper.readTree(response.body()) : null);
        }

        private HttpRequest request(String method, String path, BodyPublisher body, String contentType) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(baseUrl() + path)).method(method, body);
            if (contentType != null) {
                request.header("Content-Type", contentType);
            }
            if (session != null) {
                request.header("Cookie", session.cookie());
                if (!List.of("GET", "HEAD").contains(method)) {
                    request.header("X-CSRF-Token", session.csrf());
                }
            }
            headers.forEach(request::setHeader);
            return request.build();
        }

        private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
            try {
                return CLIENT.send(request, body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
