package id.tuntas.graduation;

import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.VisitsTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Zeroing.class})
class WatchingAfterZeroTest {

    private static final LocalDate DAY = LocalDate.of(2023, 2, 20);

    @Autowired
    private Zeroing zeroing;

    @Autowired
    private Decreed decreed;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Revisits revisits;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    /** Officers of other districts are other tests' officers. */
    @AfterEach
    void theDayIsTheFieldsAgainAndNobodyIsAskedAnyMore() {
        clock.playOn(Field.TODAY);
        jdbc.sql("update visits.revisit set ended_at = now() where kind <> 'delivery' and ended_at is null")
                .update();
    }

    @Test
    void theLotIsSecretUntilItsDayAndGoesToOutsiders() {
        FamilyCase graduated = zeroing.graduated();
        FamilyCase struck = decreed.found("ani", Map.of(), "notPoor");
        field.actor("iwan");
        assertThat(prepare("citra", Field.TODAY, 2).status()).isEqualTo(422);
        assertThat(pointers(prepare("citra", DAY, 0))).containsExactly("/perStratum");
        for (String persona : List.of("ani", "budi", "eka", "fajar", "gita", "wira")) {
            assertThat(prepare(persona, DAY, 100).status()).as(persona).isEqualTo(403);
            assertThat(draw(persona).status()).as(persona).isEqualTo(403);
        }
        assertThat(prepare("citra", DAY, 100).status()).isEqualTo(201);
        assertThat(prepare("citra", DAY, 100).code()).isEqualTo("watch-there");
        JsonNode prepared = newest("citra");
        String hash = prepared.get("seedHash").asString();
        assertThat(prepared.get("seed").isNull()).isTrue();
        assertThat(draw("citra").code()).isEqualTo("watch-not-yet");
        assertThat(revisits.ofCase(REGENCY, struck.id())).isEmpty();

        clock.playOn(DAY);
        Answer drawn = draw("citra");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(200);

        JsonNode watch = newest("eka");
        assertThat(watch.get("drawn").asInt())
                .isEqualTo(drawn.json().get("drawn").asInt());
        String seed = watch.get("seed").asString();
        assertThat(Hashes.hex(Hashes.sha256(seed.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(hash);
        UUID id = UUID.fromString(watch.get("id").asString());
        assertThat(ledger.of(REGENCY, id)).extracting(Entry::verb).containsExactly("watch.prepared", "watch.drawn");
        assertThat(ledger.of(REGENCY, id).getFirst().detail().toString())
                .contains(hash)
                .doesNotContain(seed);
        for (FamilyCase family : List.of(graduated, struck)) {
            Revisit asked = revisits.ofCase(REGENCY, family.id()).getLast();
            assertThat(asked.kind()).isEqualTo(RevisitKind.WATCH);
            assertThat(asked.officerId())
                    .isNotIn(field.actor("ani").id(), field.actor("kadek").id());
        }
        assertThat(draw("citra").status()).isEqualTo(404);
        assertThat(watch.get("estimate").isNull()).isTrue();
    }

    @Test
    void aSampleOfTheGraduatedComesDueOnceForEachOfTheRulesMonths() {
        FamilyCase family = zeroing.graduated();
        clock.playOn(LocalDate.of(2023, 8, 9));
        assertThat(sample().json().get("drawn").asInt()).isZero();
        clock.playOn(LocalDate.of(2023, 8, 10));

        assertThat(sample().json().get("drawn").asInt()).isPositive();
        assertThat(sample().json().get("drawn").asInt()).isZero();

        assertThat(http.as("budi")
                        .post("/api/v1/rounds/" + field.round().code() + "/graduation-samples", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(revisits.ofCase(REGENCY, family.id()))
                .extracting(Revisit::kind)
                .doesNotContain(RevisitKind.WATCH);
    }

    private Answer prepare(String persona, LocalDate day, int perStratum) {
        return http.as(persona).post(path("/watches"), Map.of("opensOn", day.toString(), "perStratum", perStratum));
    }

    private Answer draw(String persona) {
        return http.as(persona).post(path("/watches/draw"), Map.of());
    }

    private Answer sample() {
        return http.as("citra").post(path("/graduation-samples"), Map.of());
    }

    private JsonNode newest(String persona) {
        return http.as(persona).get(path("/watches")).json().at("/items/0");
    }

    private String path(String rest) {
        return "/api/v1/rounds/" + field.round().code() + rest;
    }
}
