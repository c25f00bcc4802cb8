package id.tuntas.graduation;

import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Finding;
import id.tuntas.interventions.Requests;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Refusal;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Zeroing.class})
class WatchingAfterZeroTest {

    private static final LocalDate DAY = LocalDate.of(2023, 2, 20);
    private static final List<String> OUTSIDERS = List.of("iwan", "rai");

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

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void thereAreOutsiders() {
        OUTSIDERS.forEach(field::actor);
    }

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
        assertThat(newest("citra").get("seed").isNull()).isTrue();
        over();
        String seed = newest("eka").get("seed").asString();
        assertThat(Hashes.hex(Hashes.sha256(seed.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(hash);
        UUID id = UUID.fromString(watch.get("id").asString());
        assertThat(ledger.of(REGENCY, id)).extracting(Entry::verb).containsExactly("watch.prepared", "watch.drawn");
        assertThat(ledger.of(REGENCY, id).getFirst().detail().toString()).contains(hash);
        assertThat(ledger.of(REGENCY, id))
                .noneMatch(entry -> entry.detail().toString().contains(seed));
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
    void whichFamiliesAreDrawnIsToldToNobodyElseUntilTheirVisitsAreOver() {
        FamilyCase drawn = decreed.found("ani", Map.of(), "notPoor");
        prepare("citra", DAY, 100);
        clock.playOn(DAY);
        assertThat(draw("citra").status()).isEqualTo(200);
        String visit = "/api/v1/visits/" + seen(drawn, 700_000).get("id").asString();

        assertThat(acts("citra", drawn)).contains("revisit.asked");
        assertThat(acts("budi", drawn)).doesNotContain("revisit.asked");
        assertThat(entries("fajar", drawn)).doesNotContain("revisit.asked");
        assertThat(waiting("budi")).doesNotContain("Iwan", "Rai");
        assertThat(http.as("citra").get(visit).status()).isEqualTo(200);
        assertThat(http.as("budi").get(visit).status()).isEqualTo(404);
        assertThat(http.as("budi").get("/api/v1/visits?limit=500").body()).doesNotContain(visit.substring(15));
        askAnyway(drawn);
        assertThatThrownBy(() -> askAnyway(drawn))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("revisit-open"));
        assertThat(zeroing.callOff("budi", drawn, "Tidak perlu").status()).isEqualTo(200);

        assertThat(exported(drawn)).containsOnlyOnce("revisit.asked");

        over();
        assertThat(exported(drawn).split("revisit.asked")).hasSize(3);
        assertThat(acts("budi", drawn).split("revisit.asked")).hasSize(3);
        assertThat(entries("fajar", drawn).split("revisit.asked")).hasSize(3);
        assertThat(http.as("budi").get(visit).status()).isEqualTo(200);
    }

    private String acts(String persona, FamilyCase family) {
        return http.as(persona)
                .get("/api/v1/cases/" + family.id() + "/timeline")
                .body();
    }

    private String entries(String persona, FamilyCase family) {
        return http.as(persona).get("/api/v1/ledger?subject=" + family.id()).body();
    }

    private String exported(FamilyCase family) {
        StringBuilder entries = new StringBuilder();
        ledger.export(entry -> {
            if (entry.subjectId().equals(family.id())) {
                entries.append(entry).append('\n');
            }
        });
        return entries.toString();
    }

    @Test
    void aWatchThatIsNoLongerWhatWasPreparedIsFound() {
        decreed.found("ani", Map.of(), "notPoor");
        assertThat(prepare("citra", DAY, 100).status()).isEqualTo(201);
        String id = newest("citra").get("id").asString();
        assertThat(ledger.verify().firstMisfit()).isEmpty();

        for (String change : List.of("opens_on = opens_on + 1", "per_stratum = 99", "seed = 'pilihan'")) {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                jdbc.sql("update graduation.draw set " + change + " where id = cast(:id as uuid)")
                        .param("id", id)
                        .update();
                assertThat(ledger.verify().firstMisfit().orElseThrow().why().key())
                        .as(change)
                        .isEqualTo("misfit.watch-gone");
            });
        }
        clock.playOn(DAY);
        assertThat(draw("citra").status()).isEqualTo(200);
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    /** Nobody has to be visited any more. */
    private void over() {
        jdbc.sql("update visits.revisit set ended_at = now() where kind = 'watch' and ended_at is null")
                .update();
    }

    @Test
    void whatOutsidersFindIsReviewedOutsideTheDistrictAndBecomesTheEstimate() {
        FamilyCase poor = decreed.found("ani", Map.of(), "notPoor");
        FamilyCase fine = decreed.found("ani", Map.of(), "notPoor");
        FamilyCase gone = decreed.found("ani", Map.of(), "notPoor");
        assertThat(prepare("citra", DAY, 100).status()).isEqualTo(201);
        clock.playOn(DAY);
        assertThat(draw("citra").status()).isEqualTo(200);

        assertThat(waiting("citra"))
                .contains("\"what\":\"revisit\",\"who\":\"Iwan\"")
                .doesNotContain("revisitReview");
        JsonNode visit = seen(poor, 700_000);
        String id = visit.get("id").asString();
        assertThat(waiting("citra")).contains("\"what\":\"revisitReview\"");
        assertThat(queue("budi")).doesNotContain(id);
        assertThat(queue("citra")).contains(id);
        Answer decided = http.as("budi")
                .header("If-Match", "\"1\"")
                .post("/api/v1/visits/" + id + "/decision", Map.of("decision", "return", "reason", "Bukan miskin"));
        assertThat(decided.status()).isEqualTo(403);
        assertThat(decided.code()).isEqualTo("watch-visit");
        assertThat(zeroing.approve(visit, "extremelyPoor").status()).isEqualTo(200);
        assertThat(zeroing.approve(seen(fine, 3_000_000), "notPoor").status()).isEqualTo(200);
        assertThat(zeroing.callOff("budi", gone, "Sudah tahu keadaannya").code())
                .isEqualTo("revisit-none");
        assertThat(zeroing.callOff("citra", gone, "Jalan terputus").status()).isEqualTo(200);

        JsonNode watch = newest("eka");
        assertThat(watch.get("visited").asInt()).isEqualTo(2);
        assertThat(watch.get("calledOff").asInt()).isEqualTo(1);
        assertThat(watch.at("/estimate/measured").asInt()).isEqualTo(2);
        assertThat(watch.at("/estimate/poor").asInt()).isEqualTo(1);
        assertThat(watch.at("/estimate/share").asDouble()).isEqualTo(0.5);
        assertThat(watch.at("/estimate/low").asDouble()).isBetween(0.05, 0.15);
        assertThat(watch.at("/estimate/high").asDouble()).isBetween(0.85, 0.95);
        assertThat(field.family(poor.id()).finding()).isEqualTo(Finding.NOT_POOR);
        assertThat(waiting("citra")).contains("\"what\":\"poorAgain\"");
        assertThat(poorAgain("budi").toString())
                .contains("\"caseId\":\"" + poor.id() + "\"", "\"graduated\":false", "\"visitedOn\":\"2023-02-10\"")
                .doesNotContain(fine.id().toString(), gone.id().toString());
        assertThat(poorAgain("hana").toString()).doesNotContain(poor.id().toString());
        assertThat(http.as("eka").get(path("/poor-again")).status()).isEqualTo(403);
    }

    @Test
    void familiesThatNobodyMetAreWatchedTooAndThoseThatOnlyWaitForTheDecreeAreNot() {
        FamilyCase hidden = decreed.notFound("ani");
        FamilyCase absent = decreed.notFound("ani");
        FamilyCase waiting = decreed.family("ani", Map.of());
        assertThat(prepare("citra", DAY, 100).status()).isEqualTo(201);
        clock.playOn(DAY);
        assertThat(draw("citra").status()).isEqualTo(200);

        assertThat(revisits.findOpen(REGENCY, waiting.id())).isEmpty();
        zeroing.approve(seen(hidden, 700_000), "extremelyPoor");
        Answer confirmed = zeroing.approve(
                field.sent(outsider(absent), Zeroing.again(absent, 700_000).with("result", "not_found")),
                Map.of("decision", "approve", "reason", "Tidak dikenal"));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);

        JsonNode estimate = newest("eka").get("estimate");
        assertThat(estimate.get("measured").asInt()).isEqualTo(2);
        assertThat(estimate.get("poor").asInt()).isEqualTo(1);
        assertThat(estimate.get("absent").asInt()).isEqualTo(1);
        assertThat(poorAgain("budi").toString())
                .contains(hidden.id().toString())
                .doesNotContain(waiting.id().toString());
    }

    /** As an objection may, or the room of graduation once its family was struck. */
    private void askAnyway(FamilyCase family) {
        transaction.executeWithoutResult(status -> revisits.ask(
                field.actor("budi"), family.id(), field.actor("ani").id(), RevisitKind.DELIVERY, "Keluarga diadukan"));
    }

    @Test
    void nobodyIsTakenOutOfALotByBeingAskedToBeVisited() {
        FamilyCase struck = decreed.found("ani", Map.of(), "notPoor");
        assertThat(prepare("citra", DAY, 100).status()).isEqualTo(201);
        askAnyway(struck);
        clock.playOn(DAY);
        assertThat(draw("citra").status()).isEqualTo(200);

        assertThat(revisits.ofCase(REGENCY, struck.id()))
                .extracting(Revisit::kind)
                .containsExactly(RevisitKind.DELIVERY, RevisitKind.WATCH);
        assertThat(zeroing.callOff("budi", struck, "Tidak perlu").status()).isEqualTo(200);
        assertThat(seen(struck, 700_000).get("state").asString()).isEqualTo("received");
    }

    @Test
    void aGraduatedFamilyThatIsVisitedAnywayWaitsForItsSampleInsteadOfMissingIt() {
        field.renew();
        zeroing.graduated();
        jdbc.sql("""
                insert into visits.revisit (regency_code, id, family_id, officer_id, kind, reason, asked_by, asked_at)
                select g.regency_code, gen_random_uuid(), g.family_id, :officer, 'delivery', '', :officer, now()
                from graduation.graduated g where g.until_on is null and g.round_id = :round
                """)
                .param("round", field.round().id())
                .param("officer", field.actor("ani").id())
                .update();
        clock.playOn(LocalDate.of(2023, 8, 10));
        int drawn = sample().json().get("drawn").asInt();
        assertThat(drawn).isPositive();
        assertThat(newestSample().get("unsent").asInt()).isEqualTo(drawn);
        assertThat(send("citra").json().get("sent").asInt()).isZero();

        jdbc.sql("update visits.revisit set ended_at = now() where kind = 'delivery' and ended_at is null")
                .update();
        assertThat(send("citra").json().get("sent").asInt()).isEqualTo(drawn);
    }

    @Test
    void aDrawnFamilyWithoutAnOutsiderIsNamedAndHoldsNobodyElseBack() {
        FamilyCase known = decreed.found("ani", Map.of(), "notPoor");
        FamilyCase other = decreed.found("ani", Map.of(), "notPoor");
        assertThat(prepare("citra", DAY, 100).status()).isEqualTo(201);
        assertThat(waiting("citra")).doesNotContain("watchDue");
        clock.playOn(DAY);
        assertThat(waiting("citra")).contains("\"what\":\"watchDue\"");
        jdbc.sql("""
                insert into cases.assignment (regency_code, family_id, ordinal, officer_id, assigned_at, reason)
                select l.regency_code, l.family_id, 1000 + row_number() over (), a.id, now(), 'everybody'
                from graduation.left_the_count l join access.account a on a.regency_code = l.regency_code
                """).update();
        assertThat(draw("citra").code()).isEqualTo("watch-nobody");
        assertThat(newest("eka").get("seed").isNull()).isTrue();
        forget("and family_id <> '" + known.id() + "'");

        assertThat(draw("citra").status()).isEqualTo(200);

        assertThat(revisits.findOpen(REGENCY, other.id())).isPresent();
        assertThat(revisits.findOpen(REGENCY, known.id())).isEmpty();
        assertThat(newest("eka").get("unsent").asInt()).isEqualTo(1);
        assertThat(waiting("citra"))
                .contains("\"what\":\"drawnWithoutOfficer\"")
                .doesNotContain("watchDue");
        JsonNode unsent = http.as("citra").get(path("/draws/unsent")).json().get("items");
        assertThat(unsent).hasSize(1);
        assertThat(unsent.get(0).get("number").asString())
                .isEqualTo(known.number().text());
        assertThat(unsent.get(0).get("watch").asBoolean()).isTrue();
        for (String persona : List.of("ani", "budi", "eka", "gita")) {
            assertThat(http.as(persona).get(path("/draws/unsent")).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(send(persona).status()).as(persona).isEqualTo(403);
        }
        assertThat(send("citra").json().get("sent").asInt()).isZero();
        forget("");
        assertThat(send("citra").json().get("sent").asInt()).isEqualTo(1);

        assertThat(revisits.findOpen(REGENCY, known.id()).orElseThrow().officerId())
                .isNotIn(field.actor("ani").id(), field.actor("kadek").id());
        assertThat(newest("eka").get("unsent").asInt()).isZero();
        assertThat(ledger.of(REGENCY, UUID.fromString(newest("eka").get("id").asString())))
                .extracting(Entry::verb)
                .containsExactly("watch.prepared", "watch.drawn", "watch.sent");
    }

    private JsonNode poorAgain(String persona) {
        return http.as(persona).get(path("/poor-again")).json().get("items");
    }

    private void forget(String which) {
        jdbc.sql("delete from cases.assignment where reason = 'everybody' " + which)
                .update();
    }

    private Answer send(String persona) {
        return http.as(persona).post(path("/draws/send"), Map.of());
    }

    private String waiting(String persona) {
        Answer waiting = http.as(persona).get(path("/waiting"));
        assertThat(waiting.status()).as(waiting.body()).isEqualTo(200);
        return waiting.body();
    }

    /** By the outsider who was asked, as it came in. */
    private JsonNode seen(FamilyCase family, long expenditure) {
        return field.sent(outsider(family), Zeroing.again(family, expenditure));
    }

    private String outsider(FamilyCase family) {
        UUID asked = revisits.ofCase(REGENCY, family.id()).getLast().officerId();
        return OUTSIDERS.stream()
                .filter(persona -> field.actor(persona).id().equals(asked))
                .findFirst()
                .orElseThrow();
    }

    private String queue(String persona) {
        return http.as(persona)
                .get("/api/v1/reviews?limit=500&round=" + field.round().code())
                .body();
    }

    @Test
    void aSampleOfTheGraduatedComesDueOnceForEachOfTheRulesMonthsAndFindsAnOfficer() {
        field.renew();
        UUID ani = field.actor("ani").id();
        field.actor("kadek");
        zeroing.graduated();
        zeroing.graduated();
        clock.playOn(LocalDate.of(2023, 8, 9));
        assertThat(sample().json().get("drawn").asInt()).isZero();
        assertThat(waiting("citra")).doesNotContain("sampleDue");
        assertThat(sampleDueOn()).isEqualTo("2023-08-10");
        clock.playOn(LocalDate.of(2023, 8, 10));
        assertThat(waiting("citra")).contains("\"what\":\"sampleDue\"");

        assertThat(sample().json().get("drawn").asInt()).isPositive();
        assertThat(sample().json().get("drawn").asInt()).isZero();
        assertThat(waiting("citra")).doesNotContain("sampleDue");
        assertThat(sampleDueOn()).isEqualTo("2024-02-10");

        assertThat(askedBySample()).containsOnly(ani);
        JsonNode before = newestSample();
        assertThat(before.get("months").asInt()).isEqualTo(6);
        assertThat(before.get("estimate").isNull()).isTrue();
        FamilyCase drawn =
                field.family(jdbc.sql("select family_id from visits.revisit where kind = 'sample' and ended_at is null")
                        .query(UUID.class)
                        .list()
                        .getFirst());
        zeroing.approve(field.sent("ani", Zeroing.again(drawn, 3_000_000)), "notPoor");
        JsonNode after = newestSample();
        assertThat(after.get("visited").asInt()).isEqualTo(1);
        assertThat(after.at("/estimate/measured").asInt()).isEqualTo(1);
        assertThat(after.at("/estimate/covered").asInt())
                .isEqualTo(after.get("families").asInt());
        clock.playOn(LocalDate.of(2024, 2, 10));
        disabled(ani, "now()");
        try {
            assertThat(sample().json().get("drawn").asInt()).isPositive();
        } finally {
            disabled(ani, "null");
        }
        assertThat(askedBySample().getLast()).isNotEqualTo(ani);
        assertThat(http.as("budi")
                        .post("/api/v1/rounds/" + field.round().code() + "/graduation-samples", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itsDayIsWithinTwoYears() {
        Answer answer = prepare("citra", Field.TODAY.plusYears(2).plusDays(1), 5);

        assertThat(pointers(answer)).containsExactly("/opensOn");
        assertThat(answer.json().at("/errors/0/detail").asString())
                .isEqualTo("Paling lambat 10 Februari 2025; periksa tahunnya");
    }

    @Test
    void oneThatIsNotDrawnIsCalledOffForAReasonAndAnotherIsPrepared() {
        assertThat(prepare("citra", DAY, 5).status()).isEqualTo(201);
        UUID watch = UUID.fromString(newest("citra").get("id").asString());
        for (String persona : List.of("ani", "budi", "eka", "fajar", "gita", "wira")) {
            assertThat(callOff(persona, watch, "Salah tahun").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(callOff("citra", UUID.randomUUID(), "Salah tahun").status()).isEqualTo(404);
        assertThat(callOff("citra", watch, "5").json().at("/errors/0/code").asString())
                .isEqualTo("no-words");

        assertThat(callOff("citra", watch, " Salah tahun ").status()).isEqualTo(200);

        JsonNode shown = newest("eka");
        assertThat(shown.get("calledOffReason").asString()).isEqualTo("Salah tahun");
        assertThat(shown.get("seed").isNull()).isTrue();
        assertThat(callOff("citra", watch, "Sekali lagi").code()).isEqualTo("watch-over");
        clock.playOn(DAY);
        assertThat(draw("citra").status()).isEqualTo(404);
        assertThat(prepare("citra", DAY.plusDays(1), 5).status()).isEqualTo(201);
        callOff("citra", UUID.fromString(newest("citra").get("id").asString()), "Bagi uji yang lain");
        assertThat(ledger.of(REGENCY, watch).stream().map(Entry::verb))
                .containsExactly("watch.prepared", "watch.called-off");
        assertThat(ledger.verify().firstMisfit()).isEmpty();
        because(watch, "Lain");
        assertThat(ledger.verify().firstMisfit()).isPresent();
        because(watch, "Salah tahun");
    }

    private void because(UUID watch, String reason) {
        jdbc.sql("update graduation.draw set called_off_reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", watch)
                .update();
    }

    private Answer callOff(String persona, UUID watch, String reason) {
        return http.as(persona).post(path("/watches/" + watch + "/call-off"), Map.of("reason", reason));
    }

    /** Officers whose re-visits are open, the last asked last. */
    private List<UUID> askedBySample() {
        return jdbc.sql("select officer_id from visits.revisit where kind = 'sample' and ended_at is null order by id")
                .query(UUID.class)
                .list();
    }

    private void disabled(UUID person, String at) {
        jdbc.sql("update access.account set disabled_at = " + at + " where id = :id")
                .param("id", person)
                .update();
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

    private String sampleDueOn() {
        return http.as("eka")
                .get(path("/graduation-samples"))
                .json()
                .get("dueOn")
                .asString();
    }

    private JsonNode newestSample() {
        return http.as("eka").get(path("/graduation-samples")).json().at("/items/0");
    }

    private JsonNode newest(String persona) {
        return http.as(persona).get(path("/watches")).json().at("/items/0");
    }

    private String path(String rest) {
        return "/api/v1/rounds/" + field.round().code() + rest;
    }
}
