package id.tuntas.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import(Decreed.class)
class TryingARuleTest {

    private static final Map<String, Object> OWN = line("Rumah milik sendiri", "house.ownership == \"own\"");
    private static final Map<String, Object> WEAK = line("Dinding rusak", "house.weakWall");

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private Decreed decreed;

    /** Counted as differences, since other families stay from test to test. */
    @Test
    void countsWhoFitsAndWhatKeepsTheOthersOut() {
        JsonNode before = tried(List.of(OWN, WEAK));
        decreed.family("ani", Map.of());
        decreed.family("ani", Map.of("ownership", "rented"));
        decreed.family("ani", Map.of("ownership", "rented", "wall", "brick", "wall_quality", "good"));
        decreed.family("ani", Map.of("ownership", ""));

        JsonNode after = tried(List.of(OWN, WEAK));

        assertThat(grown(before, after, "/families")).isEqualTo(4);
        assertThat(grown(before, after, "/fits")).isEqualTo(1);
        assertThat(grown(before, after, "/unknown")).isEqualTo(1);
        assertThat(grown(before, after, "/conditions/0/holds")).isEqualTo(1);
        assertThat(grown(before, after, "/conditions/0/fails")).isEqualTo(2);
        assertThat(grown(before, after, "/conditions/0/unknown")).isEqualTo(1);
        assertThat(grown(before, after, "/conditions/0/onlyThis")).isEqualTo(1);
        assertThat(grown(before, after, "/conditions/1/onlyThis")).isZero();
        assertThat(after.get("asOf").asString()).isEqualTo(Field.TODAY.toString());
    }

    @Test
    void aRuleThatGaveUpIsNoMissingAnswer() {
        Map<String, Object> large = line("Terlalu besar", "people + 9223372036854775807 > 1");
        JsonNode before = tried(List.of(OWN, large));
        decreed.family("ani", Map.of());

        JsonNode after = tried(List.of(OWN, large));

        assertThat(grown(before, after, "/gaveUp")).isEqualTo(1);
        assertThat(grown(before, after, "/unknown")).isZero();
        assertThat(grown(before, after, "/conditions/1/gaveUp")).isEqualTo(1);
        assertThat(grown(before, after, "/conditions/1/unknown")).isZero();
        assertThat(tried(List.of(OWN), List.of(large)).at("/documents/0/gaveUp").asInt())
                .isPositive();
    }

    @Test
    void countsTheDocumentsOfThoseWhoFit() {
        List<Map<String, Object>> papers = List.of(
                line("Kartu Keluarga", "familyCard != \"none\""), Map.of("text", Map.of("id", "Bukti hak atas tanah")));
        JsonNode before = tried(List.of(OWN), papers);
        decreed.family("ani", Map.of());
        decreed.family("ani", Map.of("kk_status", "none"));
        decreed.family("ani", Map.of("kk_status", "none", "ownership", "rented"));

        JsonNode after = tried(List.of(OWN), papers);

        assertThat(grown(before, after, "/documents/0/has")).isEqualTo(1);
        assertThat(grown(before, after, "/documents/0/lacks")).isEqualTo(1);
        assertThat(grown(before, after, "/documents/1/untold")).isEqualTo(2);
    }

    @Test
    void asksOnlyFamiliesWhoseApprovedFindingIsExtremelyPoor() {
        long before = tried(List.of(OWN)).get("families").asLong();
        decreed.visited("ani", Map.of());
        decreed.found("ani", Map.of("expenditure_food", "2900000"), "notPoor");

        assertThat(tried(List.of(OWN)).get("families").asLong()).isEqualTo(before);
    }

    @Test
    void asksNobodyWithARuleThatIsWrong() {
        Answer refused = attempt("citra", List.of(line("Salah", "people >")), List.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/rule/conditions/0/expression");
        assertThat(http.as("citra").post("/api/v1/programme-trials", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void isForThoseWhoManageAndOfTheirOwnRegency() {
        decreed.family("ani", Map.of());

        for (String persona : List.of("ani", "budi", "dewa", "eka", "fajar", "gita")) {
            assertThat(attempt(persona, List.of(OWN), List.of()).status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(attempt("lina", List.of(OWN), List.of())
                        .json()
                        .get("families")
                        .asInt())
                .isZero();
        assertThat(attempt("joko", List.of(OWN), List.of()).body()).doesNotContain("Kepala keluarga-");
    }

    private JsonNode tried(List<Map<String, Object>> conditions) {
        return tried(conditions, List.of());
    }

    private JsonNode tried(List<Map<String, Object>> conditions, List<Map<String, Object>> documents) {
        Answer answer = attempt("citra", conditions, documents);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer attempt(String persona, List<Map<String, Object>> conditions, List<Map<String, Object>> documents) {
        return http.as(persona)
                .post(
                        "/api/v1/programme-trials",
                        Map.of("rule", Map.of("conditions", conditions, "documents", documents)));
    }

    private static long grown(JsonNode before, JsonNode after, String number) {
        return after.at(number).asLong() - before.at(number).asLong();
    }

    private static Map<String, Object> line(String text, String expression) {
        return new HashMap<>(Map.of("text", Map.of("id", text), "expression", expression));
    }
}
