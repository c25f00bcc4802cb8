package id.tuntas.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.platform.Hashes;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.VisitsTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Hall.class)
class CheckingAPaperTest {

    private static final String PAPERS = "/api/v1/kept-papers/";

    @Autowired
    private Hall hall;

    @Autowired
    private Http http;

    @Test
    void tellsAnybodyWhoseMinutesACodeOrAHashNamesAndNoPerson() {
        FamilyCase family = hall.reviewed(hall.village());
        UUID meeting = hall.closedOn(family);
        JsonNode shown = hall.show(meeting);
        String code = shown.at("/minutes/code").asString();
        byte[] paper = http.as("oka")
                .download(Hall.path(meeting) + "/minutes.pdf?purpose=audit")
                .body();

        Answer byCode = http.withoutSession().get(PAPERS + code);
        Answer asTyped = http.withoutSession()
                .get(PAPERS + code.substring(0, 4).toLowerCase() + "-" + code.substring(4, 8) + "-"
                        + code.substring(8));
        Answer byHash = http.withoutSession().get(PAPERS + Hashes.hex(Hashes.sha256(paper)));

        assertThat(byCode.status()).isEqualTo(200);
        assertThat(asTyped.body()).isEqualTo(byCode.body());
        assertThat(byHash.body()).isEqualTo(byCode.body());
        assertThat(byCode.json().get("village")).isEqualTo(shown.get("villageName"));
        assertThat(byCode.json().get("heldOn").asString()).isEqualTo("2023-02-10");
        assertThat(byCode.json().get("edition").asInt()).isEqualTo(1);
        assertThat(byCode.json().get("superseded").asBoolean()).isFalse();
        assertThat(byCode.body())
                .doesNotContain(family.headName(), family.number().text(), "Nyoman", "Komang");
    }

    @Test
    void saysThatTheMeetingWasOpenedAgain() {
        UUID meeting = hall.closedOn(hall.reviewed(hall.village()));
        hall.reopen("citra", meeting, "Satu nama keliru");

        Answer answer = http.withoutSession()
                .get(PAPERS + hall.show(meeting).at("/minutes/code").asString());

        assertThat(answer.json().get("superseded").asBoolean()).isTrue();
    }

    @Test
    void doesNotKnowWhatIsNotKept() {
        for (String key : new String[] {"000000000000", "0".repeat(64), "%27%20or%201", "x"}) {
            Answer answer = http.withoutSession().get(PAPERS + key);

            assertThat(answer.status()).as(key).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("paper-unknown");
        }
    }
}
