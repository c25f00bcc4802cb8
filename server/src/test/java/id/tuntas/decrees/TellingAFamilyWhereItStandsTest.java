package id.tuntas.decrees;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.FamilyCodes;
import id.tuntas.citizens.Citizen;
import id.tuntas.deliberation.Hall;
import id.tuntas.graduation.Zeroing;
import id.tuntas.interventions.Requests;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A family asks by its slip. */
@VisitsTest
@Import({Hall.class, Chancery.class, Citizen.class, Decreed.class, Requests.class, Zeroing.class})
class TellingAFamilyWhereItStandsTest {

    @Autowired
    private Chancery chancery;

    @Autowired
    private Zeroing zeroing;

    @Autowired
    private Citizen citizen;

    @Autowired
    private Field field;

    @Autowired
    private FamilyCodes codes;

    @Autowired
    private Requests requests;

    @Autowired
    private Http http;

    private String asked(FamilyCase family) {
        Answer answer = citizen.ask(
                "family-status",
                Map.of(
                        "number",
                        family.number().text(),
                        "code",
                        codes.of(family.id()).text()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("stage").asString() + " "
                + answer.json().get("reachedOn").asString();
    }

    @Test
    void onTheDecreeAndOffItAgain() {
        field.renew();
        FamilyCase family = chancery.agreed();
        chancery.locked();
        assertThat(asked(family)).isEqualTo("decreed 2023-02-10");

        chancery.amend(
                "wira",
                Map.of("number", chancery.number(), "decidedOn", "2023-02-10", "after", "1"),
                Map.of(),
                Map.of(family.id(), "Pindah ke Lombok"));

        assertThat(asked(family)).isEqualTo("struck 2023-02-10");
    }

    @Test
    void theRoundCountsWhatBecomesOfWhomTheDecreeNames() {
        field.renew();
        FamilyCase family = chancery.agreed();
        assertThat(decreed()).isEqualTo("{\"families\":0,\"unasked\":0,\"underWay\":0,\"graduated\":0}");
        chancery.locked();
        assertThat(decreed()).isEqualTo("{\"families\":1,\"unasked\":1,\"underWay\":0,\"graduated\":0}");

        JsonNode asked = requests.asked("citra", family, Requests.HOUSING, "housing");
        assertThat(decreed()).isEqualTo("{\"families\":1,\"unasked\":0,\"underWay\":1,\"graduated\":0}");
        requests.withdraw("citra", asked, "Salah keluarga");
        assertThat(decreed()).isEqualTo("{\"families\":1,\"unasked\":1,\"underWay\":0,\"graduated\":0}");
    }

    private String decreed() {
        return http.as("citra")
                .get("/api/v1/rounds/" + field.round().code() + "/progress")
                .json()
                .get("decreed")
                .toString();
    }

    @Test
    void helpedAndGraduated() {
        field.renew();
        zeroing.ruled();
        assertThat(asked(zeroing.helped())).startsWith("helped 2023-");
        assertThat(asked(zeroing.graduated())).isEqualTo("graduated 2023-02-10");
    }
}
