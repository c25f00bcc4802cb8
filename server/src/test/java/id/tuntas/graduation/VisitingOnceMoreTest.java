package id.tuntas.graduation;

import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Finding;
import id.tuntas.forms.VervalForm;
import id.tuntas.interventions.Requests;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Zeroing.class})
class VisitingOnceMoreTest {

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

    @BeforeEach
    void theRoundHasRules() {
        zeroing.ruled();
    }

    @Test
    void aRevisitStandsBesideTheFirstFindingAndChangesNoCount() {
        FamilyCase family = zeroing.helped();
        String counts = zeroing.counts();
        assertThat(zeroing.ask("budi", family, "ani").status()).isEqualTo(200);
        assertThat(work("ani", family).get("state").asString()).isEqualTo("assigned");
        assertThat(work("ani", family).at("/revisit/reason").asString()).isEqualTo("Rumah sudah diperbaiki");

        JsonNode visit = field.sent("ani", Zeroing.again(family, 3_000_000));

        assertThat(visit.get("state").asString()).isEqualTo("received");
        assertThat(visit.get("revisit").asBoolean()).isTrue();
        assertThat(work("ani", family).get("state").asString()).isEqualTo("visited");
        assertThat(queue("budi")).contains(visit.get("id").asString());
        assertThat(zeroing.approve(visit, "notPoor").status()).isEqualTo(200);
        FamilyCase now = field.family(family.id());
        assertThat(now.state()).isEqualTo(CaseState.APPROVED);
        assertThat(now.finding()).isEqualTo(Finding.EXTREMELY_POOR);
        assertThat(now.visitId()).isEqualTo(family.visitId());
        assertThat(zeroing.counts()).isEqualTo(counts);
        assertThat(work("ani", family).get("state").asString()).isEqualTo("approved");
        assertThat(zeroing.show(family).at("/reassessment/finding").asString()).isEqualTo("notPoor");
        assertThat(zeroing.show(family).get("finding").asString()).isEqualTo("extremelyPoor");
    }

    @Test
    void manyAreAskedForAtOnceEachOfItsOfficerOrNone() {
        FamilyCase one = zeroing.helped();
        FamilyCase other = zeroing.helped();
        FamilyCase asked = zeroing.helped();
        zeroing.ask("budi", asked, "ani");

        Answer refused = zeroing.askMany("budi", one, asked, other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(asked.number().text());
        assertThat(work("ani", one).get("state").asString()).isEqualTo("approved");
        assertThat(zeroing.askMany("budi").status()).isEqualTo(422);
        assertThat(zeroing.askMany("hana", one).status()).isEqualTo(404);
        assertThat(zeroing.askMany("ani", one).status()).isEqualTo(403);

        assertThat(zeroing.askMany("budi", one, other, one).status()).isEqualTo(204);
        assertThat(work("ani", one).at("/revisit/reason").asString()).isEqualTo("Bantuan sudah tiba");
        assertThat(work("ani", other).get("state").asString()).isEqualTo("assigned");
    }

    @Test
    void isAskedForWhereHelpHasArrivedAndNowhereElse() {
        FamilyCase unhelped = decreed.family("ani", Map.of());
        FamilyCase notPoor = decreed.found("ani", Map.of(), "notPoor");

        for (FamilyCase family : List.of(unhelped, notPoor)) {
            assertThat(zeroing.ask("budi", family, "ani").code()).isEqualTo("revisit-not-helped");
            assertThat(zeroing.askMany("budi", zeroing.helped(), family).code()).isEqualTo("revisit-not-helped");
        }
    }

    @Test
    void aRevisitIsReturnedCorrectedAndRejectedLikeAnyVisit() {
        FamilyCase family = zeroing.helped();
        zeroing.ask("citra", family, "kadek");
        assertThat(work("kadek", family).get("state").asString()).isEqualTo("assigned");
        assertThat(http.withoutSession()
                        .get("/odk/key/" + field.key("kadek") + "/forms/verval/"
                                + VervalForm.definition().version() + "/media/families.csv")
                        .body())
                .contains(family.number().text());
        JsonNode foreign = field.sent("ani", Zeroing.again(family, 3_000_000));
        assertThat(Field.conflicts(foreign)).contains("already-visited");
        var post = Zeroing.again(family, 900_000);
        JsonNode visit = field.sent("kadek", post);
        assertThat(Field.conflicts(field.sent("kadek", Zeroing.again(family, 1))))
                .contains("already-visited");
        assertThat(decided(visit, Map.of("decision", "return", "reason", "Belanja belum lengkap", "fields", List.of()))
                        .status())
                .isEqualTo(200);
        assertThat(work("kadek", family).at("/returned/reason").asString()).isEqualTo("Belanja belum lengkap");

        JsonNode corrected = field.sent("kadek", post.edit());
        assertThat(corrected.get("state").asString()).isEqualTo("received");
        assertThat(decided(corrected, Map.of("decision", "reject", "reason", "Salah rumah"))
                        .status())
                .isEqualTo(200);
        assertThat(work("kadek", family).get("state").asString()).isEqualTo("assigned");
        JsonNode last = field.sent("kadek", Zeroing.again(family, 2_000_000));
        assertThat(zeroing.approve(last, "notPoor").status()).isEqualTo(200);

        assertThat(work("kadek", family)).isNull();
        assertThat(field.family(family.id()).officerId()).isEqualTo(family.officerId());
    }

    @Test
    void aRevisitIsCalledOffUntilItsVisitWaitsForAReview() {
        FamilyCase family = zeroing.helped();
        assertThat(zeroing.callOff("budi", family, "Salah keluarga").code()).isEqualTo("revisit-none");
        zeroing.ask("budi", family, "kadek");
        assertThat(pointers(zeroing.callOff("budi", family, " "))).containsExactly("/reason");
        for (String persona : List.of("ani", "dewa", "eka", "fajar", "gita")) {
            assertThat(zeroing.callOff(persona, family, "Petugas sakit").status())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(zeroing.callOff("hana", family, "Petugas sakit").status()).isEqualTo(404);

        Answer off = zeroing.callOff("budi", family, "Petugas sakit");

        assertThat(off.json().get("step").asString()).as(off.body()).isEqualTo("ask");
        assertThat(work("kadek", family)).isNull();
        assertThat(ledger.of(REGENCY, family.id())).extracting(Entry::verb).endsWith("revisit.called-off");
        assertThat(Field.conflicts(field.sent("kadek", Zeroing.again(family, 3_000_000))))
                .contains("already-visited");
        zeroing.ask("budi", family, "ani");
        JsonNode visit = field.sent("ani", Zeroing.again(family, 3_000_000));
        assertThat(zeroing.callOff("budi", family, "Petugas sakit").code()).isEqualTo("revisit-waits");
        assertThat(decided(visit, Map.of("decision", "return", "reason", "Belanja belum lengkap", "fields", List.of()))
                        .status())
                .isEqualTo(200);
        assertThat(zeroing.callOff("budi", family, "Petugas sakit").status()).isEqualTo(200);
        assertThat(zeroing.show(family).get("step").asString()).isEqualTo("ask");
    }

    private Answer decided(JsonNode visit, Map<String, Object> decision) {
        String path = "/api/v1/visits/" + visit.get("id").asString();
        return http.as("budi")
                .header("If-Match", http.as("budi").get(path).json().get("etag").asString())
                .post(path + "/decision", decision);
    }

    /** The family as the officer's phone has it; null when it is not on his list. */
    private JsonNode work(String officer, FamilyCase family) {
        return http.as(officer)
                .get("/api/v1/me/work")
                .json()
                .get("families")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(family.id().toString()))
                .findFirst()
                .orElse(null);
    }

    private List<String> queue(String persona) {
        return http.as(persona)
                .get("/api/v1/reviews?limit=500&round=" + field.round().code())
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("visitId").asString())
                .toList();
    }
}
