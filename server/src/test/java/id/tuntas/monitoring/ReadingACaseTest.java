package id.tuntas.monitoring;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.HistoryProof;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.SealedEntry;
import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import id.tuntas.review.Reviews;
import id.tuntas.roster.Deliveries;
import id.tuntas.roster.RosterAbout;
import id.tuntas.roster.RosterScope;
import id.tuntas.roster.RosterSummary;
import id.tuntas.testing.Http;
import id.tuntas.testing.Personas;
import id.tuntas.visits.Field;
import id.tuntas.visits.Post;
import id.tuntas.visits.VisitsTest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VisitsTest
class ReadingACaseTest {

    @Autowired
    private Field field;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Http http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Personas personas;

    @Test
    void showsTheFamilyWithItsPeopleAndItsOfficers() {
        FamilyCase family = field.familyOf("ani");

        JsonNode show = show("budi", family);

        assertThat(show.get("number").asString()).isEqualTo(family.number().text());
        assertThat(show.get("state").asString()).isEqualTo("assigned");
        assertThat(show.at("/officer/name").asString()).isEqualTo("Ani");
        assertThat(show.get("districtName").asString()).isEqualTo("Sukasada");
        assertThat(show.get("members")).hasSize(2);
        assertThat(show.at("/members/0/age").asInt()).isEqualTo(52);
        assertThat(show.at("/assignments/0/officer").asString()).isEqualTo("Ani");
        assertThat(show.at("/assignments/0/by").asString()).isEqualTo("Citra");
        assertThat(show.at("/assignments/0/until").isNull()).isTrue();
    }

    @Test
    void showsWhatTheListSaidWithMaskedNumbers() throws IOException {
        RosterSummary release = deliveries.checked(
                new RosterAbout("P3KE uji", LocalDate.of(2023, 1, 12), null, RosterScope.SUPPLEMENT),
                Deliveries.csv(
                        "daftar.csv",
                        "ID Keluarga P3KE;Kode Kemdagri;Kepala Keluarga;NIK;Alamat;Jenis Kelamin;Tanggal Lahir;Jenis Atap",
                        "DAFTAR-1;5108052001;I Gede Daftar;5108050107800001;Jl. Mawar;Laki-laki;01-07-1980;GENTENG"));
        deliveries.committed(release, field.round().code());
        FamilyCase family = field.assigned("ani", "DAFTAR-1");

        JsonNode roster = show("budi", family).get("roster");

        assertThat(roster.get("releaseId").asString()).isEqualTo(release.id().toString());
        assertThat(roster.get("source").asString()).isEqualTo("P3KE uji");
        assertThat(roster.get("releasedOn").asString()).isEqualTo("2023-01-12");
        assertThat(roster.get("row").asInt()).isEqualTo(2);
        assertThat(roster.get("values").findValuesAsString("value"))
                .contains("I Gede Daftar", "GENTENG", "5108••••••••0001")
                .doesNotContain("5108050107800001");
        assertThat(show("budi", family).at("/road/0/at").asString()).isEqualTo("2023-01-12");
        assertThat(show("budi", family).at("/road/0/note").asString()).isEqualTo("baris 2");
        assertThat(http.as("budi")
                        .get("/api/v1/cases/" + family.id() + "/timeline")
                        .json()
                        .at("/items/0/verb")
                        .asString())
                .isEqualTo("roster.committed");
    }

    @Test
    void showsAllVisitsOldestFirst() {
        FamilyCase family = field.familyOf("ani");
        Post post = Post.of(family).withAllPhotos();
        field.sent("ani", post);
        field.sent("ani", post.edit());

        JsonNode visits = show("budi", family).get("visits");

        assertThat(visits.valueStream().map(visit -> visit.get("state").asString()))
                .containsExactly("superseded", "received");
        assertThat(visits.at("/0/officer/name").asString()).isEqualTo("Ani");
        assertThat(visits.at("/0/finding").asString()).isEqualTo("extremelyPoor");
        assertThat(visits.at("/1/attachments")).hasSize(Post.PHOTOS.size());
    }

    @Test
    void theRoadSaysWhereTheFamilyWaits() {
        FamilyCase family = field.familyOf("ani");
        assertThat(road(family)).containsExactly("roster done", "assigned done", "visited now", "approved next");

        UUID visit = id(field.sent("ani", Post.of(family).withAllPhotos()));
        assertThat(road(family)).containsExactly("roster done", "assigned done", "visited done", "approved now");

        decide(visit, 1, Decision.RETURN, "Foto kabur");
        assertThat(road(family)).containsExactly("roster done", "assigned done", "visited now", "approved next");
    }

    @Test
    void anApprovedFamilyWaitsForItsVillage() {
        FamilyCase family = field.familyOf("ani");
        decide(id(field.sent("ani", Post.of(family).withAllPhotos())), 1, Decision.APPROVE, "");

        JsonNode road = show("budi", family).get("road");

        assertThat(road.at("/3/state").asString()).isEqualTo("done");
        assertThat(road.at("/3/note").asString()).isEqualTo("Budi");
        assertThat(road.at("/2/note").asString()).isEqualTo("1 kunjungan, 7 foto");
        assertThat(road.at("/4/station").asString()).isEqualTo("deliberated");
        assertThat(road.at("/4/state").asString()).isEqualTo("now");
        assertThat(road.at("/9/state").asString()).isEqualTo("next");
        assertThat(show("budi", family).get("standing").asString()).isEqualTo("awaitingMeeting");
    }

    @Test
    void theTimelineTellsEveryActWithWhoAndItsHash() {
        FamilyCase family = field.familyOf("ani");
        Post post = Post.of(family).withAllPhotos();
        decide(id(field.sent("ani", post)), 1, Decision.RETURN, "Foto kabur");
        decide(id(field.sent("ani", post.edit())), 1, Decision.APPROVE, "");

        JsonNode items = http.as("budi")
                .get("/api/v1/cases/" + family.id() + "/timeline")
                .json()
                .get("items");

        assertThat(items.valueStream().map(item -> item.get("verb").asString()))
                .containsExactly(
                        "case.assigned",
                        "visit.sent",
                        "visit.interpreted",
                        "visit.returned",
                        "visit.sent",
                        "visit.interpreted",
                        "visit.approved");
        assertThat(items.at("/0/detail").asString()).isEqualTo("Ani");
        assertThat(items.at("/0/visitId").isNull()).isTrue();
        assertThat(items.at("/1/visitId")).isEqualTo(items.at("/3/visitId")).isNotEqualTo(items.at("/4/visitId"));
        assertThat(items.at("/2/detail").asString()).isEqualTo("Ditemukan, 26 menit");
        assertThat(items.at("/3/detail").asString()).isEqualTo("Foto kabur");
        assertThat(items.at("/3/actor/name").asString()).isEqualTo("Budi");
        assertThat(items.at("/3/actor/role").asString()).isEqualTo("districtCoordinator");
        assertThat(items.at("/6/detail").asString()).isEqualTo("Miskin ekstrem");
        assertThat(items.valueStream().map(item -> item.get("hash").asString()))
                .allSatisfy(hash -> assertThat(hash).hasSize(64));
    }

    @Test
    void isForThoseWhoMayReadCasesThere() {
        FamilyCase family = field.familyOf("iwan");

        ledger.seal(REGENCY);
        String show = "/api/v1/cases/" + family.id();
        for (String path : List.of(show, show + "/timeline", show + "/timeline/state", show + "/timeline/proof")) {
            assertThat(http.as("hana").get(path).status()).isEqualTo(200);
            assertThat(http.as("fajar").get(path).status()).isEqualTo(200);
            assertThat(http.as("budi").get(path).status()).isEqualTo(404);
            assertThat(http.as("lina").get(path).status()).isEqualTo(404);
            for (String stranger : List.of("ani", "iwan", "dewa", "eka", "gita", "joko")) {
                assertThat(http.as(stranger).get(path).status()).as(stranger).isEqualTo(403);
            }
            assertThat(http.withoutSession().get(path).status()).isEqualTo(401);
        }
        assertThat(http.as("citra").get("/api/v1/cases/nonsense").status()).isEqualTo(400);
        assertThat(http.as("citra").get("/api/v1/cases/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void theTimelineTellsTheRoleOfThenAndNoneOfSeveral() {
        FamilyCase family = field.familyOf("ani");
        Post post = Post.of(family).withAllPhotos();
        Account sari = accounts.create(null, sari(Role.DISTRICT_COORDINATOR));
        decide(accounts.actor(REGENCY, sari.id()), id(field.sent("ani", post)), 1, Decision.RETURN, "Foto kabur");
        accounts.revise(personas.actor("joko"), sari.id(), sari.version(), sari(Role.AUDITOR));
        decide(personas.actor("nyoman"), id(field.sent("ani", post.edit())), 1, Decision.APPROVE, "");

        JsonNode items = http.as("budi")
                .get("/api/v1/cases/" + family.id() + "/timeline")
                .json()
                .get("items");

        assertThat(items.valueStream()
                        .filter(item -> item.get("verb").asString().matches("visit.(returned|approved)")))
                .extracting(
                        item -> item.at("/actor/name").asString(),
                        item -> item.at("/actor/role").asString(null))
                .containsExactly(tuple("Sari", "districtCoordinator"), tuple("Nyoman", null));
    }

    @Test
    void theHistoryIsProvenToWhoMayReadItAndTheTakingIsPartOfIt() {
        FamilyCase family = field.familyOf("ani");
        String timeline = "/api/v1/cases/" + family.id() + "/timeline";
        ledger.seal(REGENCY);
        decide(id(field.sent("ani", Post.of(family).withAllPhotos())), 1, Decision.APPROVE, "");

        JsonNode before = http.as("budi").get(timeline + "/state").json();
        assertThat(before.get("intact").asBoolean()).isTrue();
        assertThat(before.get("waiting").asInt()).isPositive();

        Http.Answer file = http.as("budi").get(timeline + "/proof");
        HistoryProof proof = JsonMapper.shared().readValue(file.body(), HistoryProof.class);
        assertThat(proof.number()).isEqualTo(family.number().text());
        assertThat(proof.chain()).hasSize(proof.blocks().size()).isNotEmpty();
        assertThat(proof.entries())
                .hasSize(before.get("entries").asInt())
                .extracting(SealedEntry::verb)
                .contains("case.assigned", "visit.approved");
        assertThat(file.body()).doesNotContain(family.headName(), "Ani");

        JsonNode after = http.as("budi").get(timeline).json().get("items");
        assertThat(after.get(after.size() - 1).get("verb").asString()).isEqualTo("case.history-taken");
    }

    private static NewAccount sari(Role role) {
        return new NewAccount(REGENCY, "sari", "Sari", null, null, List.of(new Grant(role, REGENCY)));
    }

    private JsonNode show(String persona, FamilyCase family) {
        return http.as(persona).get("/api/v1/cases/" + family.id()).json();
    }

    /** The first four stations. */
    private List<String> road(FamilyCase family) {
        return show("budi", family)
                .get("road")
                .valueStream()
                .limit(4)
                .map(one ->
                        one.get("station").asString() + " " + one.get("state").asString())
                .toList();
    }

    private void decide(UUID visit, int version, Decision decision, String reason) {
        decide(field.actor("budi"), visit, version, decision, reason);
    }

    private void decide(Actor reviewer, UUID visit, int version, Decision decision, String reason) {
        reviews.decide(reviewer, visit, version, new DecideVisit(decision, reason, List.of(), null));
    }

    private static UUID id(JsonNode visit) {
        return UUID.fromString(visit.get("id").asString());
    }
}
