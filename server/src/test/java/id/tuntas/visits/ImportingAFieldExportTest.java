package id.tuntas.visits;

import static id.tuntas.testing.Personas.REGENCY;
import static id.tuntas.testing.Personas.SUKASADA;
import static id.tuntas.testing.Personas.TEJAKULA;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Devices;
import id.tuntas.access.OfficeKeys;
import id.tuntas.access.OfficeKeys.PublicJwk;
import id.tuntas.access.Phones;
import id.tuntas.access.Phones.Phone;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
class ImportingAFieldExportTest {

    private static final String PATH = "/api/v1/field-exports";

    @Autowired
    private Field field;

    @Autowired
    private Visits visits;

    @Autowired
    private Phones phones;

    @Autowired
    private Devices devices;

    @Autowired
    private OfficeKeys keys;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Http http;

    @Autowired
    private BusinessClock clock;

    private Phone phone;

    @BeforeEach
    void aPhoneThatFoundNoSignal() {
        clock.playOn(Field.TODAY);
        phone = phones.registered(phones.officer(SUKASADA));
    }

    private FamilyCase family() {
        return field.familyOf(phone.officer());
    }

    private byte[] export(Post... posts) {
        return PhoneExport.of(phone.officerId(), posts).encrypted(phone.deviceId(), keys.exportKey());
    }

    private Answer handIn(String persona, byte[] file) {
        return http.as(persona).upload(PATH, "a.tuntas", file);
    }

    private static List<String> outcomes(Answer answer) {
        return answer.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("outcome").asString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"budi", "citra"})
    void isTheSameAsHavingSentEverything(String coordinator) {
        FamilyCase first = family();
        FamilyCase second = family();
        Post whole = Post.of(first).withAllPhotos();
        Post partly = Post.of(second).withPhotos(Post.PHOTOS.getFirst());

        Answer answer = handIn(coordinator, export(whole, partly));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("officerId").asString())
                .isEqualTo(phone.officerId().toString());
        assertThat(answer.json().get("deviceId").asString()).isEqualTo(phone.deviceId());
        assertThat(outcomes(answer)).containsExactly("accepted", "accepted");
        assertThat(answer.json().at("/items/0/instanceId").asString()).isEqualTo(whole.instanceId());
        assertThat(answer.json().at("/items/1/missing")).hasSize(Post.PHOTOS.size() - 1);
        visits.interpretWaiting();
        JsonNode visit = field.visit(whole.instanceId());
        assertThat(answer.json().at("/items/0/visitId")).isEqualTo(visit.get("id"));
        assertThat(visit.at("/officer/id").asString())
                .isEqualTo(phone.officerId().toString());
        assertThat(visit.get("attachments")).hasSize(Post.PHOTOS.size());
        assertThat(field.family(first.id()).state()).isEqualTo(CaseState.VISITED);
        assertThat(http.as("budi")
                        .get("/api/v1/visits/" + visit.get("id").asString() + "/instance.xml")
                        .body())
                .isEqualTo(whole.xml());
    }

    @Test
    void twiceIsHarmless() {
        Post post = Post.of(family()).withAllPhotos();
        byte[] file = export(post);
        handIn("budi", file);

        Answer again = handIn("citra", file);

        assertThat(outcomes(again)).containsExactly("alreadyHave");
        visits.interpretWaiting();
        assertThat(field.visits(post.instanceId())).hasSize(1);
    }

    @Test
    void whatThePhoneSendsAfterwardsIsKnownAlready() {
        Post post = Post.of(family()).withAllPhotos();
        handIn("budi", export(post));

        Answer receipt = field.app(phone.officer(), post);

        assertThat(receipt.status()).isEqualTo(201);
        assertThat(receipt.json().get("complete").asBoolean()).isTrue();
        visits.interpretWaiting();
        assertThat(field.visits(post.instanceId())).hasSize(1);
    }

    @Test
    void theHandingInIsAnEntryOfItsOwn() {
        handIn("budi", export(Post.of(family())));

        UUID device = devices.find(REGENCY, phone.officerId(), phone.deviceId())
                .orElseThrow()
                .id();
        Entry entry = ledger.of(REGENCY, device).getLast();
        assertThat(entry.verb()).isEqualTo("device.export-imported");
        assertThat(entry.actorId()).isEqualTo(field.actor("budi").id());
        assertThat(entry.detail()).containsEntry("instances", 1);
    }

    @Test
    void oneThatIsNoSubmissionDoesNotHinderTheOthers() {
        Post sound = Post.of(family());
        Post broken = Post.of(family());
        byte[] file = PhoneExport.of(phone.officerId(), broken.withXml("<data"), sound)
                .with("tanpa-isian/foto.jpg", "x")
                .encrypted(phone.deviceId(), keys.exportKey());

        Answer answer = handIn("budi", file);

        assertThat(outcomes(answer)).containsExactly("rejected", "accepted", "rejected");
        assertThat(answer.json().at("/items/0/instanceId").asString()).isEqualTo(broken.instanceId());
        assertThat(answer.json().at("/items/0/message").asString()).contains("XML");
        assertThat(answer.json().at("/items/2/instanceId").asString()).isEqualTo("tanpa-isian");
    }

    @Test
    void aFileThatWasChangedAnywhereIsRefusedWhole() {
        Post post = Post.of(family());
        byte[] file = export(post);
        int ciphertext = new String(file, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;

        for (int at : List.of(0, ciphertext, ciphertext + 500, file.length - 1)) {
            Answer answer = handIn("budi", PhoneExport.tampered(file, at));
            assertThat(answer.status()).as("byte " + at).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("export-unreadable");
        }
        assertThat(handIn("budi", Arrays.copyOf(file, file.length - 100)).code())
                .isEqualTo("export-unreadable");
        assertThat(field.visits(post.instanceId())).isEmpty();
    }

    @Test
    void oneThatWasEncryptedForAnotherOfficeIsRefused() {
        PublicJwk another = keys.signingKey();

        byte[] file = PhoneExport.of(phone.officerId(), Post.of(family())).encrypted(phone.deviceId(), another);

        assertThat(handIn("budi", file).code()).isEqualTo("export-unreadable");
    }

    @Test
    void aPhoneThatIsNotTheOfficersIsRefused() {
        Phone another = phones.registered(phones.officer(SUKASADA));
        Post post = Post.of(family());

        byte[] file = PhoneExport.of(phone.officerId(), post).encrypted(another.deviceId(), keys.exportKey());

        assertThat(handIn("budi", file).code()).isEqualTo("export-device");
        assertThat(handIn("budi", PhoneExport.of(UUID.randomUUID(), post).encrypted(phone.deviceId(), keys.exportKey()))
                        .code())
                .isEqualTo("export-device");
        assertThat(field.visits(post.instanceId())).isEmpty();
    }

    @Test
    void aRevokedPhonesVisitsStillCountAndTheAnswerSaysSo() {
        byte[] file = export(Post.of(family()));
        UUID id = devices.find(REGENCY, phone.officerId(), phone.deviceId())
                .orElseThrow()
                .id();
        devices.revoke(field.actor("citra"), id, "Hilang");

        Answer answer = handIn("budi", file);

        assertThat(answer.json().get("deviceRevoked").asBoolean()).isTrue();
        assertThat(outcomes(answer)).containsExactly("accepted");
    }

    @Test
    void oneThatDoesNotSayWhoseItIsIsRefused() {
        byte[] file = PhoneExport.of(phone.officerId(), Post.of(family()))
                .without("officer.json")
                .encrypted(phone.deviceId(), keys.exportKey());

        assertThat(handIn("budi", file).code()).isEqualTo("export-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bukan ekspor", "{}\n", "{\"version\":2}\nx", "null\nx", "[]\nx"})
    void whatIsNoExportIsRefused(String content) {
        Answer answer = handIn("citra", content.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isIn("export-unreadable", "invalid");
    }

    @Test
    void noFileAtAllIsRefused() {
        assertThat(http.as("citra").post(PATH, Map.of()).status()).isIn(415, 422);
    }

    @Test
    void aCoordinatorOfAnotherDistrictIsRefused() {
        byte[] file = export(Post.of(family()));

        assertThat(handIn("hana", file).code()).isEqualTo("forbidden");
        Phone far = phones.registered(phones.officer(TEJAKULA));
        assertThat(handIn(
                                "budi",
                                PhoneExport.of(far.officerId(), Post.of(field.familyOf("iwan")))
                                        .encrypted(far.deviceId(), keys.exportKey()))
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void anotherRegencyDoesNotKnowTheOfficer() {
        assertThat(handIn("lina", export(Post.of(family()))).code()).isEqualTo("export-device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ani", "joko", "fajar", "eka"})
    void isForCoordinators(String persona) {
        assertThat(handIn(persona, export(Post.of(family()))).code()).isEqualTo("forbidden");
    }
}
