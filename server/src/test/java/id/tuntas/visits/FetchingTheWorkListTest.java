package id.tuntas.visits;

import static id.tuntas.testing.Personas.REGENCY;
import static id.tuntas.testing.Personas.SUKASADA;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Devices;
import id.tuntas.access.OfficeKeys;
import id.tuntas.access.Phones;
import id.tuntas.access.Phones.Phone;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NewFamily;
import id.tuntas.cases.NewFamily.NewMember;
import id.tuntas.platform.BusinessClock;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@VisitsTest
class FetchingTheWorkListTest {

    @Autowired
    private Field field;

    @Autowired
    private Visits visits;

    @Autowired
    private Phones phones;

    @Autowired
    private Http http;

    @Autowired
    private OfficeKeys keys;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Cases cases;

    @Autowired
    private Rounds rounds;

    @Autowired
    private CaseData data;

    @Autowired
    private BusinessClock clock;

    private String officer;

    @BeforeEach
    void anOfficerOfHisOwn() {
        clock.playOn(Field.TODAY);
        officer = phones.officer(SUKASADA);
    }

    private JsonNode work() {
        return http.as(officer).get("/api/v1/me/work").json();
    }

    private JsonNode workSince(JsonNode former) {
        return http.as(officer)
                .get("/api/v1/me/work?since=" + former.get("sequence").asLong())
                .json();
    }

    private static List<String> families(JsonNode work) {
        return work.get("families")
                .valueStream()
                .map(family -> family.get("id").asString())
                .toList();
    }

    private static List<String> removed(JsonNode work) {
        return work.get("removed").valueStream().map(JsonNode::asString).toList();
    }

    private void give(FamilyCase family, String receiver) {
        assignments.assign(
                field.actor("citra"),
                new AssignFamilies(field.actor(receiver).id(), List.of(family.id()), List.of(), null));
    }

    @Test
    void namesEverythingAtFirst() {
        FamilyCase family = field.familyOf(officer);

        JsonNode work = work();

        assertThat(work.get("full").asBoolean()).isTrue();
        assertThat(families(work)).containsExactly(family.id().toString());
        assertThat(work.at("/families/0/members")).hasSize(2);
        assertThat(work.get("removed")).isEmpty();
        assertThat(work.at("/round/code").asString()).isEqualTo(field.round().code());
        assertThat(BusinessClock.dayOf(Instant.parse(work.get("asOf").asString())))
                .isEqualTo(clock.today());
        assertThat(Duration.between(Instant.parse(work.get("serverTime").asString()), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void namesWhatIsNewAndLeavesTheRestOut() {
        field.familyOf(officer);
        JsonNode former = work();
        FamilyCase added = field.familyOf(officer);

        JsonNode since = workSince(former);

        assertThat(since.get("full").asBoolean()).isFalse();
        assertThat(families(since)).containsExactly(added.id().toString());
        assertThat(since.get("removed")).isEmpty();
        assertThat(families(workSince(since))).isEmpty();
    }

    @Test
    void namesTheVillagesAroundWithTheirCentresWhateverChanged() {
        FamilyCase family = field.familyOf(officer);
        JsonNode work = work();

        assertThat(work.get("villages").valueStream())
                .allMatch(village -> village.get("code").asString().startsWith(family.districtCode() + "."))
                .allMatch(village ->
                        village.get("lat").isNumber() && village.get("lng").isNumber())
                .anyMatch(village -> village.get("code").asString().equals(family.villageCode()));
        assertThat(workSince(work).get("villages")).isEqualTo(work.get("villages"));
    }

    @Test
    void namesTheVillagesOfHisRegionsToAnOfficerWithoutFamilies() {
        JsonNode villages = work().get("villages");

        assertThat(villages).isNotEmpty().allSatisfy(village -> {
            assertThat(village.get("code").asString()).startsWith(SUKASADA);
            assertThat(village.get("district").asString()).isEqualTo("Sukasada");
        });
    }

    @Test
    void namesAFamilyThatWasVisitedMeanwhile() {
        FamilyCase family = field.familyOf(officer);
        field.familyOf(officer);
        JsonNode former = work();

        field.sent(officer, Post.of(family));

        JsonNode since = workSince(former);
        assertThat(families(since)).containsExactly(family.id().toString());
        assertThat(since.at("/families/0/state").asString()).isEqualTo("visited");
    }

    @Test
    void namesWhatWasTakenAway() {
        FamilyCase kept = field.familyOf(officer);
        FamilyCase taken = field.familyOf(officer);
        JsonNode former = work();

        give(taken, "ani");

        JsonNode since = workSince(former);
        assertThat(since.get("families")).isEmpty();
        assertThat(removed(since)).containsExactly(taken.id().toString());
        assertThat(families(work())).containsExactly(kept.id().toString());
    }

    @Test
    void whatWasTakenAndGivenBackIsThere() {
        FamilyCase family = field.familyOf(officer);
        JsonNode former = work();
        give(family, "ani");
        give(family, officer);

        JsonNode since = workSince(former);

        assertThat(families(since)).containsExactly(family.id().toString());
        assertThat(since.get("removed")).isEmpty();
    }

    @Test
    void aClosedRoundTakesItsFamiliesAway() {
        Round round = data.openRound("KERJA-" + UUID.randomUUID().toString().substring(0, 8));
        UUID family = data.families(round, Field.VILLAGE, 1).getFirst();
        assignments.assign(
                field.actor("citra"), new AssignFamilies(field.actor(officer).id(), List.of(family), List.of(), null));
        JsonNode former = work();
        assertThat(families(former)).containsExactly(family.toString());
        NewRound closed = CaseData.round(round.code(), RoundState.CLOSED);

        rounds.revise(field.actor("citra"), round.code(), round.version(), closed);

        assertThat(removed(workSince(former))).containsExactly(family.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "7", "9007199254740991"})
    void aNumberThatIsNotOursGetsEverything(String since) {
        FamilyCase family = field.familyOf(officer);

        JsonNode work = http.as(officer).get("/api/v1/me/work?since=" + since).json();

        assertThat(work.get("full").asBoolean()).isTrue();
        assertThat(families(work)).containsExactly(family.id().toString());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        Answer answer = http.as(officer).get("/api/v1/me/work?since=kemarin");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"budi", "citra", "joko"})
    void isForOfficers(String persona) {
        assertThat(http.as(persona).get("/api/v1/me/work?since=1").code()).isEqualTo("forbidden");
    }

    @Test
    void isSignedByteForByte() throws GeneralSecurityException {
        field.familyOf(officer);

        HttpResponse<byte[]> response = http.as(officer).download("/api/v1/me/work");

        byte[] signature = Base64.getUrlDecoder()
                .decode(response.headers().firstValue("X-Tuntas-Signature").orElseThrow());
        PublicKey key = Phones.publicKey(keys.signingKey());
        assertThat(verifies(key, response.body(), signature)).isTrue();
        response.body()[response.body().length / 2] ^= 1;
        assertThat(verifies(key, response.body(), signature)).isFalse();
    }

    private static boolean verifies(PublicKey key, byte[] content, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(key);
        verifier.update(content);
        return verifier.verify(signature);
    }

    @Test
    void onlyAnOfficersRegisteredPhoneIsGivenIdentityNumbers() {
        String key = "berNIK-" + UUID.randomUUID();
        data.open(
                field.round(),
                List.of(new NewFamily(
                        key,
                        Field.VILLAGE,
                        "Ketut Uji",
                        "Jalan Melati 1",
                        "Kaja",
                        null,
                        0,
                        List.of(new NewMember(
                                1,
                                "Ketut Uji",
                                "5108050105700001",
                                "Kepala Keluarga",
                                "L",
                                LocalDate.of(1970, 5, 1))))));
        give(cases.findByRosterKey(REGENCY, field.round().id(), key).orElseThrow(), officer);
        Phone phone = phones.registered(officer);
        Phone another = phones.registered(phones.officer(SUKASADA));

        assertThat(phones.as(phone)
                        .get("/api/v1/me/work")
                        .json()
                        .at("/families/0/members/0/nik")
                        .asString())
                .isEqualTo("5108050105700001");
        assertThat(work().at("/families/0/members/0/nik").isMissingNode()).isTrue();
        assertThat(http.as(officer)
                        .header(Devices.HEADER, another.deviceId())
                        .get("/api/v1/me/work")
                        .body())
                .doesNotContain("5108050105700001");
    }

    @Test
    void bothSidesSeeThatTwoPhonesVisitedOneFamily() {
        FamilyCase family = field.familyOf(officer);
        Post second = Post.of(family);
        field.sent(officer, Post.of(family));

        field.app(officer, second);
        visits.interpretWaiting();
        JsonNode receipt = field.app(officer, second).json();

        assertThat(receipt.at("/conflicts/0/code").asString()).isEqualTo("already-visited");
        assertThat(receipt.at("/conflicts/0/message").asString())
                .contains(family.number().text());
        JsonNode told = work().get("conflicts");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/instanceId").asString()).isEqualTo(second.instanceId());
        assertThat(told.at("/0/caseId").asString()).isEqualTo(family.id().toString());
        assertThat(Field.conflicts(field.visit(second.instanceId()))).containsExactly("already-visited");
    }

    private int versionOf(JsonNode visit) {
        return visits.findSummary(REGENCY, UUID.fromString(visit.get("id").asString()))
                .orElseThrow()
                .version();
    }

    @Test
    void aConflictIsToldUntilItIsDecided() {
        FamilyCase family = field.familyOf(officer);
        field.sent(officer, Post.of(family));
        JsonNode second = field.sent(officer, Post.of(family));
        assertThat(workSince(work()).get("conflicts")).hasSize(1);

        Answer decided = http.as("budi")
                .header("If-Match", "\"" + versionOf(second) + "\"")
                .post(
                        "/api/v1/visits/" + second.get("id").asString() + "/decision",
                        Map.of("decision", "reject", "reason", "Sudah dikunjungi"));

        assertThat(decided.status()).isEqualTo(200);
        assertThat(work().get("conflicts")).isEmpty();
    }

    @Test
    void whatHoldsNothingBackIsToldBesideByTheQuestionItIsAbout() {
        Post post = Post.of(field.familyOf(officer)).with("floor_area", "0");
        field.sent(officer, post);

        JsonNode work = work();
        assertThat(work.get("conflicts")).isEmpty();
        assertThat(work.get("remarks")).hasSize(1);
        assertThat(work.at("/remarks/0/code").asString()).isEqualTo("constraint");
        assertThat(work.at("/remarks/0/instanceId").asString()).isEqualTo(post.instanceId());
        assertThat(work.at("/remarks/0/question/id").asString()).isEqualTo("Luas lantai (m²)");
    }

    @Test
    void aSoundVisitsReceiptNamesNoConflict() {
        JsonNode receipt = field.app(officer, Post.of(field.familyOf(officer))).json();

        assertThat(receipt.get("conflicts")).isEmpty();
    }
}
