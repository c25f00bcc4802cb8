package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static id.tuntas.interventions.Requests.planned;
import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.Ledger.Text;
import id.tuntas.platform.Hashes;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Pdf;
import id.tuntas.visits.VisitsTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class})
class DeliveringTest {

    private static final String TODAY = "2023-02-10";

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private List<KeptContent> kept;

    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @Test
    void whatWasGivenIsRecordedWithItsDayItsAmountAndWhatShowsIt() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode plan = plan(family);
        Sent photo = Sent.photo("rumah");
        Sent receipt = new Sent("receipt", "application/pdf", Pdf.page());

        Answer answer = requests.deliver("dewa", plan, TODAY, "19500000", photo, receipt);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        JsonNode given = requests.ofCase("fajar", family).getFirst();
        assertThat(given.get("state").asString()).isEqualTo("delivered");
        assertThat(given.get("deliveredOn").asString()).isEqualTo(TODAY);
        assertThat(given.get("plannedOn").asString()).isEqualTo("2023-02-12");
        assertThat(given.get("amount").asLong()).isEqualTo(19_500_000);
        assertThat(given.get("due").isNull()).isTrue();
        assertThat(given.get("proofs").valueStream().map(one -> one.get("kind").asString() + one.get("image")))
                .containsExactlyInAnyOrder("phototrue", "receiptfalse");
        Entry entry = ledger.of(REGENCY, family.id()).getLast();
        assertThat(entry.verb()).isEqualTo("intervention.delivered");
        assertThat(entry.toString()).contains(sha256(photo), sha256(receipt), TODAY);
    }

    @Test
    void aFileThatShowsOtherDeliveriesTooIsMarked() {
        FamilyCase one = decreed.family("ani", Map.of());
        FamilyCase other = decreed.family("ani", Map.of());
        Sent shared = Sent.photo("satu-foto-dua-rumah");
        requests.deliver("dewa", plan(one), TODAY, "", shared, Sent.photo("rumah-sendiri"));
        requests.deliver("dewa", plan(other), TODAY, "", shared);

        for (FamilyCase family : List.of(one, other)) {
            JsonNode proof = requests.ofCase("citra", family)
                    .getFirst()
                    .get("proofs")
                    .valueStream()
                    .filter(file -> file.get("sha256").asString().equals(sha256(shared)))
                    .findFirst()
                    .orElseThrow();
            assertThat(proof.get("alsoFor").asInt()).isEqualTo(1);
        }
        assertThat(requests.ofCase("citra", one).getFirst().get("proofs").findValues("alsoFor"))
                .extracting(JsonNode::asInt)
                .containsExactlyInAnyOrder(0, 1);
        assertThat(http.as("ani")
                        .get("/api/v1/me/deliveries")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(delivery -> delivery.get("caseId")
                                .asString()
                                .equals(other.id().toString()))
                        .map(delivery -> delivery.get("alsoFor").asInt()))
                .containsExactly(1);
    }

    @Test
    void whatShowsItIsSeenByThoseWhoMaySeeTheRequestAndNobodyElse() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode plan = plan(family);
        Sent photo = Sent.photo("bukti");
        requests.deliver("dewa", plan, TODAY, "", photo);
        String path = "/api/v1/interventions/" + id(plan) + "/proofs/" + sha256(photo);

        for (String persona : List.of("dewa", "citra", "budi", "fajar")) {
            assertThat(http.as(persona).get(path).status()).as(persona).isEqualTo(200);
            assertThat(http.as(persona).download(path + "?size=thumb").body())
                    .as(persona)
                    .startsWith(0xFF, 0xD8);
        }
        for (String persona : List.of("ani", "eka", "gita", "hana", "lina", "putu")) {
            assertThat(http.as(persona).get(path).status()).as(persona).isEqualTo(404);
        }
        assertThat(http.withoutSession().get(path).status()).isEqualTo(401);
        String other = id(plan(decreed.family("ani", Map.of())));
        assertThat(http.as("dewa")
                        .get("/api/v1/interventions/" + other + "/proofs/" + sha256(photo))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAuditKnowsWhoseProofAFileIs() {
        FamilyCase family = decreed.family("ani", Map.of());
        Sent photo = Sent.photo("bukti " + family.id());
        requests.deliver("dewa", plan(family), TODAY, "", photo);

        assertThat(kept.stream().flatMap(room -> room.keepersOf(REGENCY, sha256(photo)).stream()))
                .containsExactly(Text.of("misfit.of-delivery", family.number().text()));
    }

    @Test
    void nothingIsGivenWithoutProofNorOnADayThatHasNotCome() {
        JsonNode plan = plan(decreed.family("ani", Map.of()));

        assertThat(pointers(requests.deliver("dewa", plan, TODAY, ""))).containsExactly("/photo");
        assertThat(pointers(requests.deliver("dewa", plan, "2023-02-11", "0", Sent.photo("a"))))
                .containsExactly("/deliveredOn", "/amount");
        assertThat(pointers(requests.deliver("dewa", plan, "2022-02-09", "", Sent.photo("a"))))
                .containsExactly("/deliveredOn");
        assertThat(pointers(requests.deliver("dewa", plan, "2023-02-09", "", Sent.photo("a"))))
                .as("before it was asked for")
                .containsExactly("/deliveredOn");
        assertThat(pointers(requests.deliver("dewa", plan, "", "", Sent.photo("a"))))
                .containsExactly("/deliveredOn");
        assertThat(pointers(requests.deliver("dewa", plan, "kemarin", "", Sent.photo("a"))))
                .containsExactly("/deliveredOn");
        assertThat(pointers(requests.deliver("dewa", plan, TODAY, "banyak", Sent.photo("a"))))
                .containsExactly("/amount");
        assertThat(pointers(requests.step("dewa", plan, Map.of("state", "delivered"))))
                .containsExactly("/state");
        assertThat(requests.seen("dewa", plan).get("state").asString()).isEqualTo("planned");
    }

    @Test
    void aFileThatShowsNothingIsRefused() {
        JsonNode plan = plan(decreed.family("ani", Map.of()));
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        byte[] pdf = Pdf.page();

        assertThat(pointers(requests.deliver("dewa", plan, TODAY, "", new Sent("receipt", "image/jpeg", page))))
                .containsExactly("/receipt");
        assertThat(pointers(requests.deliver("dewa", plan, TODAY, "", new Sent("signature", "image/jpeg", pdf))))
                .containsExactly("/signature");
        Answer large = requests.deliver(
                "dewa", plan, TODAY, "", new Sent("photo", "image/jpeg", new byte[20 * 1024 * 1024 + 1]));
        assertThat(large.status()).isEqualTo(413);
        Sent[] many =
                IntStream.range(0, 13).mapToObj(n -> Sent.photo("banyak" + n)).toArray(Sent[]::new);
        assertThat(pointers(requests.deliver("dewa", plan, TODAY, "", many))).containsExactly("/photo");
        assertThat(requests.seen("dewa", plan).get("proofs")).isEmpty();
    }

    @Test
    void isRecordedOnceAndByTheFirst() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode plan = plan(family);
        assertThat(requests.deliver("dewa", plan, TODAY, "", Sent.photo("satu")).status())
                .isEqualTo(204);

        assertThat(requests.deliver("citra", plan, TODAY, "", Sent.photo("dua")).code())
                .isEqualTo("stale");
        JsonNode given = requests.seen("dewa", plan);
        assertThat(requests.deliver("dewa", given, TODAY, "", Sent.photo("dua")).code())
                .isEqualTo("intervention-step");
        assertThat(requests.step("dewa", given, Map.of("state", "stopped", "reason", "x"))
                        .code())
                .isEqualTo("intervention-step");
        assertThat(requests.ask("budi", family, HOUSING, "housing").code()).isEqualTo("intervention-there");
    }

    @Test
    void onlyTheAgencyItselfAndTheRegencyRecordIt() {
        JsonNode plan = plan(decreed.family("ani", Map.of()));
        JsonNode toilet = requests.asked("budi", decreed.family("ani", Map.of()), "JAMBAN", "toilet");

        for (String persona : List.of("ani", "budi", "eka", "fajar", "gita", "hana", "joko")) {
            assertThat(requests.deliver(persona, plan, TODAY, "", Sent.photo("x"))
                            .status())
                    .as(persona)
                    .isEqualTo(403);
        }
        for (String persona : List.of("lina", "putu")) {
            assertThat(requests.deliver(persona, plan, TODAY, "", Sent.photo("x"))
                            .status())
                    .as(persona)
                    .isEqualTo(404);
        }
        assertThat(requests.deliver("dewa", toilet, TODAY, "", Sent.photo("x")).status())
                .isEqualTo(404);
        assertThat(requests.deliver("citra", toilet, TODAY, "", Sent.photo("x")).code())
                .isEqualTo("intervention-step");
    }

    @Test
    void whatFailedSaysWhyAndMayBeAskedAgain() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode plan = plan(family);

        assertThat(pointers(requests.step("dewa", plan, Map.of("state", "failed"))))
                .containsExactly("/reason");
        assertThat(requests.step("dewa", plan, Map.of("state", "failed", "reason", "Jalan longsor"))
                        .status())
                .isEqualTo(204);
        JsonNode failed = requests.seen("dewa", plan);
        assertThat(failed.get("reason").asString()).isEqualTo("Jalan longsor");
        assertThat(failed.get("plannedOn").asString()).isEqualTo("2023-02-12");
        assertThat(requests.ask("budi", family, HOUSING, "housing").status()).isEqualTo(201);
    }

    private JsonNode plan(FamilyCase family) {
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");
        requests.step("citra", asked, Map.of("state", "accepted"));
        requests.step("citra", requests.seen("citra", asked), planned("2023-02-12", 20_000_000));
        return requests.seen("citra", asked);
    }

    private static String sha256(Sent file) {
        return Hashes.hex(Hashes.sha256().digest(file.content()));
    }
}
