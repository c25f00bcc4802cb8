package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static id.tuntas.interventions.Requests.planned;
import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Waiting.class})
class AskingAnAgencyTest {

    @Autowired
    private Decreed decreed;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Requests requests;

    @Autowired
    private Waiting waiting;

    /** Dewa answers for the agency of houses, and for no other. */
    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @Test
    void whatWasAskedForByMistakeIsWithdrawnAndCountsForNothing() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");
        requests.step("dewa", asked, Map.of("state", "accepted"));
        JsonNode accepted = requests.ofCase("budi", family).getFirst();
        assertThat(accepted.get("withdrawable").asBoolean()).isTrue();
        assertThat(requests.seen("dewa", asked).get("withdrawable").asBoolean()).isFalse();

        assertThat(requests.withdraw("dewa", accepted, "Bukan mereka").status()).isEqualTo(403);
        assertThat(pointers(requests.withdraw("budi", accepted, ""))).containsExactly("/reason");
        assertThat(requests.withdraw("budi", asked, "Salah keluarga").code()).isEqualTo("stale");
        assertThat(requests.withdraw("budi", accepted, "Salah keluarga").status())
                .isEqualTo(204);

        JsonNode withdrawn = requests.seen("dewa", asked);
        assertThat(withdrawn.get("state").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.get("reason").asString()).isEqualTo("Salah keluarga");
        assertThat(withdrawn.get("due").isNull()).isTrue();
        assertThat(ledger.of(REGENCY, family.id())).extracting(Entry::verb).endsWith("intervention.withdrawn");
        assertThat(waiting.gaps("citra", family, "?need=housing")
                        .getFirst()
                        .get("lack")
                        .asString())
                .isEqualTo("request");
        assertThat(requests.step("dewa", withdrawn, Map.of("state", "accepted")).code())
                .isEqualTo("intervention-step");
        assertThat(requests.withdraw("budi", withdrawn, "Lagi").code()).isEqualTo("intervention-step");
        assertThat(requests.ask("budi", family, HOUSING, "housing").status()).isEqualTo(201);
    }

    @Test
    void isWithdrawnByWhoAskedOrTheOfficeBeforeItIsPlanned() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode ofTheOffice = requests.asked("citra", family, HOUSING, "housing");
        JsonNode ofTheDistrict = requests.asked("budi", family, "JAMBAN", "toilet");

        assertThat(requests.withdraw("budi", ofTheOffice, "Salah").status()).isEqualTo(404);
        assertThat(requests.withdraw("hana", ofTheDistrict, "Salah").status()).isEqualTo(404);
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita", "joko")) {
            assertThat(requests.withdraw(persona, ofTheDistrict, "Salah").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(requests.withdraw("citra", ofTheDistrict, "Salah").status()).isEqualTo(204);
        requests.step("dewa", ofTheOffice, Map.of("state", "accepted"));
        requests.step("dewa", requests.seen("dewa", ofTheOffice), planned("2023-03-20", 1_000));
        assertThat(requests.withdraw("citra", requests.seen("citra", ofTheOffice), "Salah")
                        .code())
                .isEqualTo("intervention-step");
    }

    @Test
    void aProgrammeWhoseRuleDoesNotFitIsAskedForWithAReasonAlone() {
        FamilyCase tenants = decreed.family("ani", Map.of("ownership", "rented"));

        assertThat(pointers(requests.ask("budi", tenants, HOUSING, "housing"))).containsExactly("/reason");
        Answer asked = http.as("budi")
                .post(
                        "/api/v1/cases/" + tenants.id() + "/interventions",
                        Map.of(
                                "programmeId",
                                requests.programme(HOUSING).get("id").asString(),
                                "need",
                                "housing",
                                "reason",
                                "Pemilik tanah setuju tertulis"));

        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        JsonNode mine = asked.json().get("items").get(0);
        requests.step("dewa", mine, Map.of("state", "accepted"));
        assertThat(requests.seen("dewa", mine).get("againstRule").asString())
                .isEqualTo("Pemilik tanah setuju tertulis");
        JsonNode fitting = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");
        assertThat(fitting.get("againstRule").asString()).isEmpty();
    }

    @Test
    void aNeedThatSomebodyHasDeclinedIsNotAskedForUntilItIsConfirmed() {
        FamilyCase family = decreed.family("ani", Map.of());
        String needs = "/api/v1/cases/" + family.id() + "/needs";
        http.as("budi")
                .post(
                        needs,
                        Map.of("need", "housing", "confirmed", false, "reason", "Rumahnya sudah diperbaiki anaknya"));

        assertThat(requests.ask("budi", family, HOUSING, "housing").code()).isEqualTo("need-declined");
        http.as("budi").post(needs, Map.of("need", "housing", "confirmed", true));
        assertThat(requests.ask("budi", family, HOUSING, "housing").status()).isEqualTo(201);
    }

    @Test
    void programmesThatMayNotComeTogetherAreNotAskedTogether() {
        FamilyCase family = decreed.family("ani", Map.of());
        requests.asked("budi", family, "SEMBAKO", "food");

        Answer refused = requests.ask("budi", family, "BLT-DD", "food");

        assertThat(refused.code()).isEqualTo("intervention-clash");
        assertThat(refused.json().get("detail").asString()).contains("SEMBAKO");
        assertThat(requests.ask("budi", family, "PKH", "food").status()).isEqualTo(201);
    }

    @Test
    void isAskedForAnExtremelyPoorFamilyOfAProgrammeThatServesTheNeed() {
        FamilyCase family = decreed.family("ani", Map.of());
        FamilyCase rich = decreed.found("ani", Map.of("expenditure_food", "2900000"), "notPoor");

        assertThat(requests.ask("citra", rich, HOUSING, "housing").status()).isEqualTo(404);
        assertThat(requests.ask("citra", family, HOUSING, "toilet").code()).isEqualTo("need-not-served");
        assertThat(pointers(requests.ask("citra", family, HOUSING, "mobil"))).containsExactly("/need");
        assertThat(pointers(http.as("citra")
                        .post("/api/v1/cases/" + family.id() + "/interventions", Map.of("need", "housing"))))
                .containsExactly("/programmeId");
    }
}
