package id.tuntas.decrees;

import static id.tuntas.deliberation.Hall.decision;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.Hall;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Hall.class, Chancery.class})
class AmendingADecreeTest {

    @Autowired
    private Chancery chancery;

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Ledger ledger;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Http http;

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

    private static Map<String, String> with(Map<String, String> paper, String name, String value) {
        Map<String, String> other = new HashMap<>(paper);
        other.put(name, value);
        return other;
    }

    @Test
    void anAmendmentAddsAndStrikesAndEveryDayKeepsItsList() {
        chancery.locked();
        FamilyCase late = chancery.agreed();
        assertThat(chancery.show("wira").get("addable").asInt()).isEqualTo(1);
        assertThat(chancery.decreed()).containsExactly(family.id());
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
        assertThat(chancery.listed("?on=2023-02-09")).isEmpty();
        assertThat(chancery.listed("?on=2023-02-10"))
                .containsExactly(family.number().text());
        assertThat(chancery.listed("?on=2023-02-19"))
                .as("its date is before the day on which it was locked")
                .containsExactly(family.number().text());
        assertThat(proves("2023-02-19")).isTrue();
        assertThat(proves("2023-02-20")).isFalse();
        assertThat(chancery.listed("")).containsExactly(late.number().text());
        assertThat(chancery.decreed()).containsExactly(late.id());
        assertThat(ledger.of(REGENCY, family.id()).getLast().verb()).isEqualTo("decree.struck");
        assertThat(ledger.verify().firstMisfit()).isEmpty();

        clock.playOn(LocalDate.of(2023, 2, 22));
        Answer back = chancery.amend(
                "wira",
                Map.of("number", chancery.number(), "decidedOn", "2023-02-22", "after", "2"),
                Map.of(family.id(), "Kembali ke desa"),
                Map.of());
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(chancery.listed(""))
                .containsExactly(family.number().text(), late.number().text());
        assertThat(chancery.listed("?on=2023-02-21"))
                .containsExactly(late.number().text());
    }

    private boolean proves(String day) {
        return http.as("citra")
                .get(chancery.path() + "/proof?number=" + family.number().text() + "&on=" + day)
                .json()
                .get("listed")
                .asBoolean();
    }

    @Test
    void nothingIsSignedBeforeTheMeetingThatItRestsOn() {
        LocalDate met = LocalDate.parse(Hall.SHEET.get("heldOn").toString());
        Answer decree = chancery.lock(
                "wira", chancery.paper(chancery.number(), met.minusDays(1).toString()));
        unfit("/decidedOn", "decree-day-early", decree);
        assertThat(decree.json().at("/errors/0/detail").asString()).contains(met.getDayOfMonth() + " Februari 2023");
        chancery.locked();
        clock.playOn(LocalDate.of(2023, 2, 19));
        FamilyCase later = chancery.agreed("2023-02-19");
        clock.playOn(LocalDate.of(2023, 2, 20));
        Map<String, String> paper = Map.of("number", chancery.number(), "decidedOn", "2023-02-18", "after", "1");

        unfit(
                "/decidedOn",
                "decree-day-early",
                chancery.amend("wira", paper, Map.of(later.id(), "Musyawarahnya menyusul"), Map.of()));
        assertThat(chancery.amend("wira", paper, Map.of(), Map.of(family.id(), "Pindah"))
                        .status())
                .as("its own meeting was before that")
                .isEqualTo(200);
    }

    @Test
    void aFamilyThatALaterMeetingStrikesIsToldUntilAnAmendmentStrikesIt() {
        UUID meeting = UUID.fromString(
                hall.villageOf("oka", family.villageCode()).get("meetingId").asString());
        chancery.locked();
        assertThat(chancery.show("wira").get("unfit").asInt()).isZero();
        assertThat(chancery.listed("?unfit=true")).isEmpty();
        clock.playOn(LocalDate.of(2023, 2, 20));
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
        assertThat(chancery.listed("?unfit=true"))
                .as("while the meeting is open nothing is settled")
                .isEmpty();
        hall.end(next);

        assertThat(chancery.show("wira").get("unfit").asInt()).isEqualTo(1);
        assertThat(chancery.listed("?unfit=true"))
                .containsExactly(family.number().text());
        Map<String, String> paper = Map.of("number", chancery.number(), "decidedOn", "2023-02-20", "after", "1");
        Map<UUID, String> strike = Map.of(family.id(), "Menurut musyawarah fakir miskin");
        unfit(
                "/decidedOn",
                "decree-day-early",
                chancery.amend("wira", with(paper, "decidedOn", "2023-02-19"), Map.of(), strike));
        assertThat(chancery.amend("wira", paper, Map.of(), strike).status()).isEqualTo(200);
        assertThat(chancery.show("wira").get("unfit").asInt()).isZero();
        assertThat(chancery.listed("")).isEmpty();
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
        unfit("/struck/0/reason", "no-words", chancery.amend("wira", paper, Map.of(), Map.of(family.id(), "-")));
        unfit(
                "/decidedOn",
                "decree-day-early",
                chancery.amend("wira", with(paper, "decidedOn", "2023-02-09"), Map.of(), strike));
        unfit("/number", "decree-number-taken", chancery.amend("wira", with(paper, "number", taken), Map.of(), strike));
        assertThat(chancery.listed("")).containsExactly(family.number().text());
    }

    @Test
    void nothingIsLockedThatWasNotPrinted() {
        chancery.locked();
        Map<String, String> paper =
                Map.of("number", chancery.number(), "decidedOn", "2023-02-10", "after", "1", "draft", "");

        unfit("/draft", "not-printed", chancery.amend("wira", paper, Map.of(), Map.of(family.id(), "Pindah")));
    }

    @Test
    void theSignedPaperOfAnotherDecreeIsNoneOfThisOne() {
        chancery.locked();
        Map<String, String> paper = Map.of("number", chancery.number(), "decidedOn", "2023-02-10", "after", "1");
        Map<UUID, String> strike = Map.of(family.id(), "Pindah");
        Map<String, String> printed = with(paper, "draft", chancery.printed("1", Map.of(), strike));

        unfit("/scan", "not-signed-copy", chancery.amend("wira", printed, Map.of(), strike, chancery.scan()));
        assertThat(chancery.amend("wira", printed, Map.of(), strike).status()).isEqualTo(200);
    }

    @Test
    void whatTheHousePrintedForASignatureIsNoSignedPaper() {
        String draft = latin(http.as("wira").download(chancery.path() + "/draft.pdf"));
        Map<String, String> first = chancery.paper(chancery.number(), "2023-02-10");
        unfit("/scan", "not-signed-copy", chancery.send("wira", chancery.path(), first, null, draft));
        chancery.locked();

        Map<UUID, String> strike = Map.of(family.id(), "Pindah");
        Map<String, String> paper = Map.of("number", chancery.number(), "decidedOn", "2023-02-10", "after", "1");
        Map<String, String> marked = with(paper, "draft", chancery.printed("1", Map.of(), strike));
        for (HttpResponse<byte[]> printed : List.of(
                chancery.print("1", Map.of(), strike),
                http.as("wira").download(chancery.path() + "/1/annex.pdf?purpose=audit"))) {
            unfit("/scan", "not-signed-copy", chancery.amend("wira", marked, Map.of(), strike, latin(printed)));
        }
        assertThat(chancery.amend("wira", marked, Map.of(), strike).status()).isEqualTo(200);
    }

    private static String latin(HttpResponse<byte[]> paper) {
        assertThat(paper.statusCode()).isEqualTo(200);
        return new String(paper.body(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void ofAmendmentsThatAreSentAtOnceOneLocksAndTheOthersAreTold() throws Exception {
        chancery.locked();
        List<Callable<Answer>> four = Stream.generate(chancery::number)
                .limit(4)
                .map(number -> Map.of("number", number, "decidedOn", "2023-02-10", "after", "1"))
                .<Callable<Answer>>map(
                        paper -> () -> chancery.amend("wira", paper, Map.of(), Map.of(family.id(), "Pindah")))
                .toList();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Answer> answer : threads.invokeAll(four)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    private static void unfit(String pointer, String code, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }
}
