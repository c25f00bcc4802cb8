package id.tuntas.programmes;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Decreed.class)
class ConfirmingNeedsTest {

    private static final Map<String, String> AS_IT_IS = Map.of();

    @Autowired
    private Decreed decreed;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void aCatalogue() {
        if (http.as("citra").get("/api/v1/programmes").json().get("items").isEmpty()) {
            http.as("citra").post("/api/v1/programmes/start", Map.of("set", "usual"));
        }
    }

    @Test
    void theAnswersProposeWhatAFamilyLacksAndShowWhy() {
        FamilyCase family = decreed.family("ani", AS_IT_IS);

        JsonNode housing = need("budi", family, "housing");

        assertThat(housing.get("proposed").asString()).isEqualTo("YES");
        assertThat(housing.get("open").asBoolean()).isTrue();
        assertThat(housing.get("decision").isNull()).isTrue();
        assertThat(housing.get("facts").valueStream())
                .extracting(fact -> fact.get("name").asString() + " " + fact.get("value"))
                .contains("house.weakWall true", "house.weakFloor true", "house.weakRoof false");
        assertThat(need("budi", family, "electricity").get("open").asBoolean()).isFalse();
        assertThat(needs("budi", family)).hasSize(12);
    }

    @Test
    void programmesThatServeAnOpenNeedSayWhetherTheFamilyFitsAndWhy() {
        FamilyCase family = decreed.family("ani", AS_IT_IS);
        FamilyCase tenant = decreed.family("ani", Map.of("ownership", "rented"));

        JsonNode fits = need("budi", family, "housing").at("/programmes/0");
        JsonNode fails = need("budi", tenant, "housing").at("/programmes/0");

        assertThat(fits.get("code").asString()).isEqualTo("RTLH");
        assertThat(fits.at("/verdict/fits").asString()).isEqualTo("YES");
        assertThat(fits.at("/verdict/documents/0/answer").asString()).isEqualTo("YES");
        assertThat(fails.at("/verdict/fits").asString()).isEqualTo("NO");
        assertThat(fails.at("/verdict/conditions/0/answer").asString()).isEqualTo("NO");
        assertThat(fails.at("/verdict/conditions/0/text/id").asString()).isEqualTo("Rumah milik sendiri");
        assertThat(fails.at("/verdict/conditions/0/facts/0/value").asString()).isEqualTo("rented");
        assertThat(need("budi", family, "electricity").get("programmes")).isEmpty();
    }

    @Test
    void programmesThatMayNotComeTogetherNameEachOther() {
        FamilyCase family = decreed.family("ani", Map.of("aid", "none", "needs", "food"));

        JsonNode transfer = programme(need("budi", family, "food"), "BLT-DD");

        assertThat(transfer.at("/verdict/fits").asString()).isEqualTo("YES");
        assertThat(transfer.get("clashes").valueStream())
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("PKH", "SEMBAKO");
        assertThat(need("budi", family, "food").get("programmes").valueStream())
                .extracting(one -> one.at("/verdict/fits").asString())
                .containsExactly("YES", "YES", "YES");
    }

    @Test
    void aPersonsWordStandsBesideTheProposal() {
        FamilyCase family = decreed.family("ani", AS_IT_IS);

        assertThat(say("budi", family, "housing", true, "").status()).isEqualTo(200);
        assertThat(say("budi", family, "toilet", false, "Jamban baru selesai minggu lalu")
                        .status())
                .isEqualTo(200);
        assertThat(say("citra", family, "electricity", true, "Kabel menumpang tetangga")
                        .status())
                .isEqualTo(200);

        JsonNode toilet = need("fajar", family, "toilet");
        assertThat(toilet.get("proposed").asString()).isEqualTo("YES");
        assertThat(toilet.at("/decision/confirmed").asBoolean()).isFalse();
        assertThat(toilet.at("/decision/by").asString()).isEqualTo("Budi");
        assertThat(toilet.at("/decision/reason").asString()).isEqualTo("Jamban baru selesai minggu lalu");
        assertThat(toilet.get("open").asBoolean()).isFalse();
        assertThat(toilet.get("programmes")).isEmpty();
        JsonNode electricity = need("fajar", family, "electricity");
        assertThat(electricity.get("open").asBoolean()).isTrue();
        assertThat(electricity.at("/programmes/0/verdict/fits").asString()).isEqualTo("NO");
        assertThat(entries(family)).endsWith("need.confirmed", "need.declined", "need.confirmed");
        assertThat(ledger.of(REGENCY, family.id()).toString()).doesNotContain("Jamban baru", "menumpang");
        assertThat(http.as("budi")
                        .get("/api/v1/cases/" + family.id() + "/timeline")
                        .body())
                .contains("need.declined");
    }

    @Test
    void aWordAgainstTheAnswersNeedsAReasonAndMayBeTakenBack() {
        FamilyCase family = decreed.family("ani", AS_IT_IS);

        assertThat(say("budi", family, "housing", false, " ")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/reason");
        assertThat(say("budi", family, "electricity", true, "").status()).isEqualTo(422);
        assertThat(say("budi", family, "housing", false, "x".repeat(1_001)).status())
                .isEqualTo(422);
        assertThat(say("budi", family, "housing", false, "Sudah diperbaiki").status())
                .isEqualTo(200);
        assertThat(say("citra", family, "housing", true, "").status()).isEqualTo(200);
        assertThat(need("citra", family, "housing").get("open").asBoolean()).isTrue();
    }

    @Test
    void theSameWordTwiceIsRefused() {
        FamilyCase family = decreed.family("ani", AS_IT_IS);
        say("budi", family, "housing", true, "");

        assertThat(say("citra", family, "housing", true, "").code()).isEqualTo("need-decided");
        assertThat(say("budi", family, "mobil", true, "").status()).isEqualTo(422);
    }

    @Test
    void aFamilyThatIsNotExtremelyPoorHasNoNeedsHere() {
        FamilyCase family = decreed.found("ani", Map.of("expenditure_food", "2900000"), "notPoor");

        assertThat(http.as("citra").get(path(family)).status()).isEqualTo(404);
        assertThat(say("citra", family, "housing", true, "").status()).isEqualTo(404);
        FamilyCase waiting = decreed.visited("ani", AS_IT_IS);
        assertThat(say("citra", waiting, "housing", true, "").status()).isEqualTo(404);
    }

    @Test
    void isSeenAndSaidInItsRegionByThoseWhoMay() {
        FamilyCase family = decreed.family("ani", AS_IT_IS);

        for (String persona : List.of("hana", "lina")) {
            assertThat(http.as(persona).get(path(family)).status()).as(persona).isEqualTo(404);
            assertThat(say(persona, family, "housing", true, "").status())
                    .as(persona)
                    .isEqualTo(404);
        }
        for (String persona : List.of("ani", "dewa", "eka", "gita", "joko")) {
            assertThat(http.as(persona).get(path(family)).status()).as(persona).isEqualTo(403);
        }
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita", "joko")) {
            assertThat(say(persona, family, "housing", true, "").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(http.withoutSession().get(path(family)).status()).isEqualTo(401);
    }

    private JsonNode needs(String persona, FamilyCase family) {
        Answer answer = http.as(persona).get(path(family));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("items");
    }

    private JsonNode need(String persona, FamilyCase family, String need) {
        return needs(persona, family)
                .valueStream()
                .filter(one -> one.get("need").asString().equals(need))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode programme(JsonNode need, String code) {
        return need.get("programmes")
                .valueStream()
                .filter(one -> one.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Answer say(String persona, FamilyCase family, String need, boolean confirmed, String reason) {
        return http.as(persona).post(path(family), Map.of("need", need, "confirmed", confirmed, "reason", reason));
    }

    private static String path(FamilyCase family) {
        return "/api/v1/cases/" + family.id() + "/needs";
    }

    private List<String> entries(FamilyCase family) {
        UUID id = family.id();
        return ledger.of(REGENCY, id).stream().map(Entry::verb).toList();
    }
}
