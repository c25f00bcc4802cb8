package id.tuntas.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.PhotoKind;
import id.tuntas.forms.PovertyLine;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ManagingRoundsTest {

    @Autowired
    private CaseData data;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Http http;

    @BeforeEach
    void aFormToFill() {
        data.aForm();
    }

    private static Map<String, Object> form(String code) {
        Map<String, Object> form = new HashMap<>();
        form.put("code", code);
        form.put("name", "Verval ekstrem");
        form.put("opens", "2023-02-01");
        form.put("deadline", "2023-02-25");
        form.put("zeroDate", "2024-12-31");
        form.put("formId", CaseData.FORM);
        form.put("formVersion", CaseData.FORM_VERSION);
        form.put(
                "povertyLines",
                List.of(
                        Map.of("from", "2024-03-01", "extreme", 340_000, "poor", 520_000),
                        Map.of("from", "2022-03-01", "extreme", 322_170, "poor", 500_000)));
        form.put("evidence", Map.of("found", List.of("houseFront", "inside"), "moved", List.of()));
        form.put("state", "draft");
        return form;
    }

    private static List<String> pointers(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.json().get("errors").findValuesAsString("pointer");
    }

    @Test
    void makesARoundWithItsRules() {
        Answer answer = http.as("citra").post("/api/v1/rounds", form("ATUR-1"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.raw().headers().firstValue("ETag")).contains("\"1\"");
        assertThat(answer.json().get("attemptsBeforeNotFound").asInt()).isEqualTo(2);
        Round round = rounds.get(Personas.REGENCY, "ATUR-1");
        assertThat(round.evidence().required().get(ContactResult.FOUND))
                .containsExactly(PhotoKind.HOUSE_FRONT, PhotoKind.INSIDE);
        assertThat(round.povertyLineOn(LocalDate.of(2023, 2, 3))).isEqualTo(new PovertyLine(322_170, 500_000));
        assertThat(round.povertyLineOn(LocalDate.of(2024, 3, 1))).isEqualTo(new PovertyLine(340_000, 520_000));
        assertThat(round.povertyLineOn(LocalDate.of(2020, 1, 1))).isEqualTo(new PovertyLine(322_170, 500_000));
        assertThat(ledger.of(Personas.REGENCY, round.id()))
                .extracting(Entry::verb)
                .containsExactly("round.created");
        assertThat(http.as("ani").get("/api/v1/rounds").json().get("items").findValuesAsString("code"))
                .contains("ATUR-1");
    }

    @Test
    void asksForTheUsualEvidenceUnlessToldOtherwise() {
        Map<String, Object> form = form("ATUR-2");
        form.remove("evidence");
        http.as("citra").post("/api/v1/rounds", form);

        assertThat(rounds.get(Personas.REGENCY, "ATUR-2").evidence()).isEqualTo(EvidenceRules.standard());
    }

    @Test
    void changesARoundOnlyAsItWasSeen() {
        http.as("citra").post("/api/v1/rounds", form("ATUR-3"));
        Map<String, Object> form = form("ATUR-3");
        form.put("deadline", "2023-03-08");
        form.put("state", "open");

        Answer changed = http.as("joko").header("If-Match", "\"1\"").put("/api/v1/rounds/ATUR-3", form);
        Answer again = http.as("citra").header("If-Match", "\"1\"").put("/api/v1/rounds/ATUR-3", form);

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("deadline").asString()).isEqualTo("2023-03-08");
        assertThat(changed.json().get("version").asInt()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(412);
        assertThat(again.code()).isEqualTo("stale");
        assertThat(http.as("citra").put("/api/v1/rounds/ATUR-3", form).status()).isEqualTo(428);
        form.put("state", "draft");
        assertThat(pointers(http.as("citra").header("If-Match", "\"2\"").put("/api/v1/rounds/ATUR-3", form)))
                .containsExactly("/state");
        form.put("state", "closed");
        assertThat(http.as("citra")
                        .header("If-Match", "\"2\"")
                        .put("/api/v1/rounds/ATUR-3", form)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Map<String, Object> form = form("ATUR 4!");
        form.put("name", " ");
        form.put("deadline", "2023-01-01");
        form.put("zeroDate", "2022-01-01");
        form.put("attemptsBeforeNotFound", 11);
        form.put("formVersion", "never uploaded");
        form.put("povertyLines", List.of(Map.of("from", "2022-03-01", "extreme", 500_000, "poor", 322_170)));

        assertThat(pointers(http.as("citra").post("/api/v1/rounds", form)))
                .containsExactlyInAnyOrder(
                        "/code",
                        "/name",
                        "/deadline",
                        "/zeroDate",
                        "/attemptsBeforeNotFound",
                        "/povertyLines/0/poor",
                        "/formVersion");
        assertThat(pointers(http.as("citra").post("/api/v1/rounds", Map.of("evidence", Map.of("moon", List.of("x"))))))
                .contains("/code", "/opens", "/povertyLines", "/evidence/moon", "/evidence/moon/0");
    }

    @Test
    void keepsOneCodeForOneRound() {
        http.as("citra").post("/api/v1/rounds", form("ATUR-5"));

        assertThat(pointers(http.as("citra").post("/api/v1/rounds", form("ATUR-5"))))
                .containsExactly("/code");
    }

    @Test
    void isManagedByThoseWhoMay() {
        for (String stranger : List.of("ani", "budi", "dewa", "eka", "fajar", "gita")) {
            assertThat(http.as(stranger).post("/api/v1/rounds", form("ATUR-6")).status())
                    .as(stranger)
                    .isEqualTo(403);
            assertThat(http.as(stranger)
                            .header("If-Match", "\"1\"")
                            .put("/api/v1/rounds/ATUR-6", form("ATUR-6"))
                            .status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(http.withoutSession().get("/api/v1/rounds").status()).isEqualTo(401);
        assertThat(http.as("gita").get("/api/v1/rounds").status()).isEqualTo(403);
        assertThat(http.as("lina").get("/api/v1/rounds").json().get("items")).isEmpty();
        assertThat(http.as("citra").post("/api/v1/rounds", "nonsense").status()).isEqualTo(400);
        assertThat(http.as("citra").get("/api/v1/rounds/ATUR-6").status()).isEqualTo(404);
        assertThat(http.as("citra")
                        .header("If-Match", "\"1\"")
                        .put("/api/v1/rounds/ATUR-6", form("ATUR-6"))
                        .status())
                .isEqualTo(404);
    }
}
