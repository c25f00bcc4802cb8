package id.tuntas.reports;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.platform.Jobs;
import id.tuntas.platform.Jobs.Job;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Asks for reports of one round, over HTTP. */
final class Reports {

    private static final Duration LONG = Duration.ofMinutes(3);

    private final Http http;
    private final Jobs jobs;
    private final String round;

    Reports(Http http, Jobs jobs, String round) {
        this.http = http;
        this.jobs = jobs;
        this.round = round;
    }

    String path() {
        return "/api/v1/rounds/" + round + "/reports";
    }

    /** What a form says, with a purpose. */
    static Map<String, Object> ask(String kind, String format) {
        return Map.of("kind", kind, "format", format, "purpose", "Rapat koordinasi");
    }

    static Map<String, Object> with(Map<String, Object> ask, String name, Object value) {
        Map<String, Object> other = new HashMap<>(ask);
        other.put(name, value);
        return other;
    }

    Answer asked(String persona, Map<String, Object> ask) {
        return http.as(persona).post(path(), ask);
    }

    Job done(String persona, Map<String, Object> ask) {
        Answer answer = asked(persona, ask);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        Job job = jobs.await(
                Personas.REGENCY, UUID.fromString(answer.json().get("jobId").asString()), LONG);
        assertThat(job.state()).as(String.valueOf(job.problem())).isEqualTo("done");
        return job;
    }

    HttpResponse<byte[]> fetched(String persona, UUID report) {
        return http.as(persona).download(path() + "/" + report + "/file");
    }

    byte[] file(String persona, Map<String, Object> ask) {
        HttpResponse<byte[]> answer = fetched(persona, done(persona, ask).id());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
