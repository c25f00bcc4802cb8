package id.tuntas.decrees;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Hall;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.StorageSettings;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
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
@Import({Hall.class, Chancery.class})
class LockingADecreeTest {

    @Autowired
    private Chancery chancery;

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private StorageSettings storage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BusinessClock clock;

    private FamilyCase family;

    @BeforeEach
    void aRoundWithAFamilyThatItsVillageAgreedOn() {
        field.renew();
        family = chancery.agreed();
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    private List<String> listed(String query) {
        return http.as("citra")
                .get(chancery.path() + "/families" + query)
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.at("/row/number").asString())
                .toList();
    }

    private List<UUID> decreed() {
        return jdbc.sql("""
                select d.id from programmes.decreed_family d
                join cases.family f on f.regency_code = d.regency_code and f.id = d.id
                where d.regency_code = :regency and f.round_id = :round order by d.id
                """)
                .param("regency", REGENCY)
                .param("round", field.round().id())
                .query(UUID.class)
                .list();
    }

    @Test
    void theRegentsOfficeLocksWhatItSawAndItStaysAsItWas() {
        chancery.overruled();
        String number = chancery.number();
        JsonNode shown = chancery.locked(number);

        assertThat(shown.get("decrees").size()).isEqualTo(1);
        JsonNode decree = shown.at("/decrees/0");
        assertThat(decree.get("number").asString()).isEqualTo(number);
        assertThat(decree.get("decidedOn").asString()).isEqualTo("2023-02-10");
        assertThat(decree.get("lockedBy").asString()).isEqualTo("Wira");
        assertThat(decree.get("families").asInt()).isEqualTo(1);
        assertThat(decree.get("persons").asInt())
                .isEqualTo(shown.at("/draft/list/persons").asInt());
        assertThat(decree.get("root").asString()).matches("[0-9a-f]{64}");
        assertThat(listed("")).containsExactly(family.number().text());

        jdbc.sql("update cases.family set head_name = 'Diganti' where id = :id")
                .param("id", family.id())
                .update();
        JsonNode row =
                http.as("citra").get(chancery.path() + "/families").json().at("/items/0/row");
        assertThat(row.get("name").asString()).isEqualTo(family.headName());
        assertThat(row.get("edition").asInt()).isEqualTo(1);
        assertThat(row.get("finding").asString()).isEqualTo("extremelyPoor");
        assertThat(row.toString()).doesNotContain("5108010101010001");
        assertThat(http.as("wira").get(chancery.path() + "/1/scan").body()).isEqualTo(Chancery.SCAN);
    }

    @Test
    void programmesAreForWhomTheDecreeNamesOnceThereIsOne() {
        FamilyCase overruled = chancery.overruled();
        assertThat(decreed()).contains(family.id(), overruled.id());

        chancery.locked();

        assertThat(decreed()).containsExactly(family.id());
    }

    @Test
    void theFamilysRoadLeadsThroughMeetingAndDecreeUnlessTheMeetingSaysOtherwise() {
        FamilyCase overruled = chancery.overruled();
        assertThat(road(family)).containsExactly("deliberated done", "decreed now", "programme next");
        assertThat(road(overruled)).containsExactly("deliberated done", "decreed next", "programme next");

        String number = chancery.number();
        chancery.locked(number);

        assertThat(road(family)).containsExactly("deliberated done", "decreed done", "programme now");
        JsonNode decreed =
                http.as("citra").get("/api/v1/cases/" + family.id()).json().at("/road/5");
        assertThat(decreed.get("at").asString()).isEqualTo("2023-02-10");
        assertThat(decreed.get("note").asString()).isEqualTo(number);
        assertThat(programmesAreFor(family)).isTrue();
        assertThat(programmesAreFor(overruled)).isFalse();
    }

    private boolean programmesAreFor(FamilyCase of) {
        return http.as("citra")
                .get("/api/v1/cases/" + of.id())
                .json()
                .get("decreed")
                .asBoolean();
    }

    /** The first three stations after the review. */
    private List<String> road(FamilyCase of) {
        return http.as("citra")
                .get("/api/v1/cases/" + of.id())
                .json()
                .get("road")
                .valueStream()
                .skip(4)
                .limit(3)
                .map(one ->
                        one.get("station").asString() + " " + one.get("state").asString())
                .toList();
    }

    @Test
    void nobodyElseMayLockIt() {
        Map<String, String> paper = chancery.paper("460/1", "2023-02-10");

        for (String persona : List.of("citra", "eka", "budi", "oka", "fajar", "gita", "joko")) {
            Answer answer = chancery.lock(persona, paper);
            assertThat(answer.status()).as(persona).isEqualTo(403);
        }
        assertThat(chancery.lock("lina", paper).status()).isEqualTo(403);
        assertThat(chancery.show("wira").get("mayLock").asBoolean()).isTrue();
        assertThat(chancery.show("citra").get("mayLock").asBoolean()).isFalse();
        assertThat(chancery.show("citra").get("decrees").size()).isZero();
    }

    @Test
    void aSecondTimeOrWithAStaleDraftOrWithoutAWholePaperItIsRefused() {
        Map<String, String> paper = chancery.paper("460/1", "2023-02-10");
        chancery.agreed();
        assertThat(chancery.lock("wira", paper).status())
                .as("another family came")
                .isEqualTo(412);
        Map<String, String> whole = chancery.paper(chancery.number(), "2023-02-10");
        refused("/number", "required", with(whole, "number", " "));
        refused("/number", "too-long", with(whole, "number", "9".repeat(101)));
        refused("/decidedOn", "required", with(whole, "decidedOn", ""));
        refused("/decidedOn", "malformed", with(whole, "decidedOn", "10-02-2023"));
        refused("/decidedOn", "decree-day-late", with(whole, "decidedOn", "2023-02-11"));
        refused("/decidedOn", "decree-day-early", with(whole, "decidedOn", "2023-01-31"));
        Answer noScan = chancery.send("wira", chancery.path(), whole, null, null);
        assertThat(noScan.json().at("/errors/0/pointer").asString()).isEqualTo("/scan");
        Answer page = chancery.send("wira", chancery.path(), whole, null, "<html>bukan SK</html>");
        assertThat(page.json().at("/errors/0/code").asString()).isEqualTo("not-a-scan");

        assertThat(chancery.lock("wira", whole).status()).isEqualTo(200);
        Answer again = chancery.lock("wira", whole);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("decree-locked");
    }

    private void refused(String pointer, String code, Map<String, String> paper) {
        Answer answer = chancery.lock("wira", paper);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    private static Map<String, String> with(Map<String, String> paper, String name, String value) {
        Map<String, String> other = new HashMap<>(paper);
        other.put(name, value);
        return other;
    }

    @Test
    void whileSomethingHoldsItBackItTakesAReason() {
        hall.opened(hall.reviewed(hall.village()).villageCode());
        Map<String, String> paper = chancery.paper(chancery.number(), "2023-02-10");

        refused("/despite", "required", paper);

        Answer answer = chancery.lock("wira", with(paper, "despite", "Desa lain menyusul dengan perubahan SK"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/decrees/0/despite").asString()).contains("menyusul");
    }

    @Test
    void aRoundInWhichNothingIsAgreedHasNothingToLock() {
        hall.reopen(
                "citra",
                UUID.fromString(hall.villageOf("citra", family.villageCode())
                        .get("meetingId")
                        .asString()),
                "Dibuka lagi");

        Answer answer = chancery.lock("wira", chancery.paper("460/1", "2023-02-10"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("nothing-to-decree");
    }

    @Test
    void noStatementChangesIt() {
        chancery.locked();

        for (String table : List.of("decrees.decree", "decrees.family")) {
            for (String statement : List.of(
                    "update " + table + " set number = 'x'",
                    "delete from " + table,
                    "delete from " + table + " where number = 'tidak ada'",
                    "truncate " + table)) {
                assertThatThrownBy(() -> jdbc.sql(statement).update())
                        .as(statement)
                        .hasStackTraceContaining("a locked decree never changes");
            }
        }
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into decrees.family (regency_code, decree_id, family_id, number, change, reason, content)
                        select regency_code, decree_id, :other, 'x', change, reason, content from decrees.family where family_id = :family
                        """)
                        .param("other", chancery.agreed().id())
                        .param("family", family.id())
                        .update())
                .hasStackTraceContaining("takes no more families");
    }

    @Test
    void theApplicationsOwnRoleMayNotEvenTry() {
        chancery.locked();

        for (String table : List.of("decrees.decree", "decrees.family")) {
            for (String statement :
                    List.of("update " + table + " set number = 'x'", "delete from " + table, "truncate " + table)) {
                assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                            jdbc.sql("create role aplikasi nologin").update();
                            jdbc.sql("alter table " + table + " owner to aplikasi")
                                    .update();
                            jdbc.sql("grant usage on schema decrees to aplikasi")
                                    .update();
                            jdbc.sql("set local role aplikasi").update();
                            assertThat(jdbc.sql("select count(*) from " + table)
                                            .query(Integer.class)
                                            .single())
                                    .isPositive();
                            jdbc.sql(statement).update();
                        }))
                        .as(statement)
                        .hasStackTraceContaining("permission denied for table");
            }
        }
    }

    @Test
    void itsEntryInTheLedgerIsADigestOfTheWholeAnnex() {
        chancery.locked();

        Entry entry = ledger.latest(REGENCY, null, null, 20).stream()
                .filter(one -> one.verb().equals("decree.locked"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.detail()).containsEntry("families", 1).containsKey("root");
        assertThat(ledger.of(REGENCY, family.id()).getLast().verb()).isEqualTo("decree.listed");
        assertThat(ledger.verify().firstMisfit()).isEmpty();

        tampered(
                "family set content = replace(content, '%s', 'Orang Lain')".formatted(family.headName()),
                () -> assertThat(misfit()).contains("is not what was locked"));
    }

    @Test
    void anAuditFindsAColumnThatSaysOtherwiseThanWhatWasLocked() {
        chancery.locked();

        for (String change : List.of(
                "decree set number = 'Lain'",
                "decree set decided_on = decided_on - 1",
                "decree set root = sha256(root)",
                "decree set persons = persons + 1",
                "family set number = '999999-9'")) {
            tampered(change, () -> assertThat(misfit()).as(change).isEqualTo("its columns are not what was locked"));
        }
        assertThat(ledger.verify().firstMisfit()).isEmpty();
    }

    @Test
    void anAuditFindsASignedPaperThatIsGone() throws IOException {
        chancery.locked();
        String scan = Hashes.hex(Hashes.sha256(Chancery.SCAN.getBytes(StandardCharsets.US_ASCII)));
        Path file = storage.data()
                .resolve("evidence/" + scan.substring(0, 2) + "/" + scan.substring(2, 4))
                .resolve(scan);

        Files.delete(file);
        try {
            assertThat(ledger.verifyWithFiles((stage, done, total) -> {}).firstMisfit())
                    .hasValue(new Misfit(REGENCY, "file " + scan, "it is gone, or another one"));
        } finally {
            Files.writeString(file, Chancery.SCAN);
        }
    }

    /** What is changed in the round's decree is there for the check alone. */
    private void tampered(String change, Runnable check) {
        String which = change.startsWith("decree")
                ? " where round_id = :round"
                : " where decree_id in (select id from decrees.decree where round_id = :round)";
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update decrees." + change + which)
                    .param("round", field.round().id())
                    .update();
            check.run();
        });
    }

    private String misfit() {
        return ledger.verify().firstMisfit().orElseThrow().why();
    }

    @Test
    void anAmendmentAddsAndStrikesAndEveryDayKeepsItsList() {
        chancery.locked();
        FamilyCase late = chancery.agreed();
        assertThat(chancery.show("wira").get("addable").asInt()).isEqualTo(1);
        assertThat(decreed()).containsExactly(family.id());
        clock.playOn(LocalDate.of(2023, 2, 20));

        Answer answer = chancery.amend(
                "wira",
                Map.of("number", chancery.number(), "decidedOn", "2023-02-18", "after", "1"),
                Map.of(late.id(), "Musyawarahnya menyusul"),
                Map.of(family.id(), "Seluruh keluarga pindah ke luar kabupaten"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode amendment = answer.json().at("/decrees/1");
        assertThat(amendment.get("ordinal").asInt()).isEqualTo(2);
        assertThat(amendment.get("listed").asInt()).isEqualTo(1);
        assertThat(amendment.get("struck").asInt()).isEqualTo(1);
        assertThat(amendment.get("families").asInt()).isEqualTo(1);
        assertThat(listed("?on=2023-02-09")).isEmpty();
        assertThat(listed("?on=2023-02-10")).containsExactly(family.number().text());
        assertThat(listed("?on=2023-02-17")).containsExactly(family.number().text());
        assertThat(listed("?on=2023-02-18")).containsExactly(late.number().text());
        assertThat(listed("")).containsExactly(late.number().text());
        assertThat(decreed()).containsExactly(late.id());
        assertThat(ledger.of(REGENCY, family.id()).getLast().verb()).isEqualTo("decree.struck");
        assertThat(ledger.verify().firstMisfit()).isEmpty();

        Answer back = chancery.amend(
                "wira",
                Map.of("number", chancery.number(), "decidedOn", "2023-02-20", "after", "2"),
                Map.of(family.id(), "Kembali ke desa"),
                Map.of());
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(listed(""))
                .containsExactly(family.number().text(), late.number().text());
        assertThat(listed("?on=2023-02-19")).containsExactly(late.number().text());
    }

    @Test
    void aFamilyThatALaterMeetingStrikesIsToldUntilAnAmendmentStrikesIt() {
        UUID meeting = UUID.fromString(
                hall.villageOf("oka", family.villageCode()).get("meetingId").asString());
        chancery.locked();
        assertThat(chancery.show("wira").get("unfit").asInt()).isZero();
        assertThat(listed("?unfit=true")).isEmpty();
        UUID next = UUID.fromString(
                hall.reopen("citra", meeting, "Ada sanggahan").json().get("id").asString());
        String agreed = hall.item(next, family.id()).at("/decision/id").asString();
        hall.decide(
                "oka",
                next,
                Hall.with(
                        decision(family.id(), "disputed"),
                        "replaces",
                        agreed,
                        "reason",
                        "Punya motor",
                        "held",
                        "poor"));
        assertThat(listed("?unfit=true"))
                .as("while the meeting is open nothing is settled")
                .isEmpty();
        hall.end(next);

        assertThat(chancery.show("wira").get("unfit").asInt()).isEqualTo(1);
        assertThat(listed("?unfit=true")).containsExactly(family.number().text());
        chancery.amend(
                "wira",
                Map.of("number", chancery.number(), "decidedOn", "2023-02-10", "after", "1"),
                Map.of(),
                Map.of(family.id(), "Menurut musyawarah fakir miskin"));
        assertThat(chancery.show("wira").get("unfit").asInt()).isZero();
        assertThat(listed("")).isEmpty();
    }

    @Test
    void anAmendmentThatCannotBeIsRefused() {
        FamilyCase overruled = chancery.overruled();
        Map<String, String> paper = Map.of("number", chancery.number(), "decidedOn", "2023-02-10", "after", "1");
        Map<UUID, String> strike = Map.of(family.id(), "Pindah");
        assertThat(chancery.amend("wira", paper, Map.of(), strike).code()).isEqualTo("no-decree");
        String taken = chancery.number();
        chancery.locked(taken);

        assertThat(chancery.amend("citra", paper, Map.of(), strike).status()).isEqualTo(403);
        assertThat(chancery.amend("wira", with(paper, "after", "2"), Map.of(), strike)
                        .status())
                .isEqualTo(412);
        unfit("/added", "required", chancery.amend("wira", paper, Map.of(), Map.of()));
        unfit("/added/0/familyId", "not-to-add", chancery.amend("wira", paper, Map.of(overruled.id(), "x"), Map.of()));
        unfit("/added/0/familyId", "not-to-add", chancery.amend("wira", paper, Map.of(family.id(), "x"), Map.of()));
        unfit(
                "/struck/0/familyId",
                "not-on-the-list",
                chancery.amend("wira", paper, Map.of(), Map.of(overruled.id(), "x")));
        unfit("/struck/0/reason", "required", chancery.amend("wira", paper, Map.of(), Map.of(family.id(), " ")));
        unfit(
                "/decidedOn",
                "decree-day-early",
                chancery.amend("wira", with(paper, "decidedOn", "2023-02-09"), Map.of(), strike));
        unfit("/number", "decree-number-taken", chancery.amend("wira", with(paper, "number", taken), Map.of(), strike));
        assertThat(listed("")).containsExactly(family.number().text());
    }

    private static void unfit(String pointer, String code, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void itsNamesAreReadWithinOnesRegionAndItsPaperByWhoMaySeeThemAll() {
        chancery.locked();

        assertThat(http.as("oka")
                        .get(chancery.path() + "/families")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(http.as("budi")
                        .get(chancery.path() + "/families")
                        .json()
                        .get("items")
                        .size())
                .isZero();
        assertThat(http.as("eka").get(chancery.path() + "/families").status()).isEqualTo(403);
        assertThat(http.as("oka").get(chancery.path() + "/1/scan").status()).isEqualTo(403);
        assertThat(http.as("fajar").get(chancery.path() + "/1/scan").status()).isEqualTo(200);
        assertThat(http.as("fajar").get(chancery.path() + "/2/scan").status()).isEqualTo(404);
    }
}
