package id.tuntas.access;

import static id.tuntas.testing.Personas.REGENCY;
import static id.tuntas.testing.Personas.SUKASADA;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Phones.Phone;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class RegisteringAPhoneTest {

    @Autowired
    private Http http;

    @Autowired
    private Phones phones;

    @Autowired
    private Devices devices;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Personas personas;

    private Device device(Phone phone) {
        return devices.find(REGENCY, phone.officerId(), phone.deviceId()).orElseThrow();
    }

    @Test
    void handsOutTheOfficesKeysAndTheTime() {
        Answer answer = Phones.register(http.as(phones.officer(SUKASADA)), "tuntas:" + UUID.randomUUID(), "Ponsel");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/officeKey/kty").asString()).isEqualTo("EC");
        assertThat(answer.json().at("/officeKey/crv").asString()).isEqualTo("P-256");
        assertThat(answer.json().get("exportKey")).isNotEqualTo(answer.json().get("officeKey"));
        assertThat(answer.json().get("wipeAfterDays").asInt()).isEqualTo(14);
        assertThat(Duration.between(
                        Instant.parse(answer.json().get("serverTime").asString()), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void theOfficeSeesWhenASilentPhoneErasesItself() {
        Phone phone = phones.registered(phones.officer(SUKASADA));

        JsonNode listed = http.as("citra")
                .get("/api/v1/devices?officer=" + phone.officerId())
                .json()
                .get("items")
                .get(0);

        assertThat(Instant.parse(listed.get("wipesAt").asString()))
                .isEqualTo(device(phone).lastContact().plus(Duration.ofDays(14)));
    }

    @Test
    void onlyWhoManagesThePhoneSeesInTheOfficersListWhenItWasLastHeardOf() {
        Phone phone = phones.registered(phones.officer(SUKASADA));

        assertThat(Instant.parse(heardOf("budi", phone).asString()))
                .isEqualTo(device(phone).lastContact());
        assertThat(heardOf("fajar", phone).isNull()).isTrue();
        devices.revoke(personas.actor("citra"), device(phone).id(), "Hilang");
        assertThat(heardOf("budi", phone).isNull()).isTrue();
    }

    private JsonNode heardOf(String persona, Phone phone) {
        return http.as(persona)
                .get("/api/v1/officers")
                .json()
                .get("items")
                .valueStream()
                .filter(officer -> officer.get("username").asString().equals(phone.officer()))
                .findFirst()
                .orElseThrow()
                .get("phoneSeen");
    }

    @Test
    void twiceIsOnePhoneWithOneEntryAndTheNewName() {
        Phone phone = phones.registered(phones.officer(SUKASADA));

        Answer again = Phones.register(http.as(phone.officer()), phone.deviceId(), "Ponsel kantor");

        assertThat(again.status()).isEqualTo(200);
        assertThat(device(phone).name()).isEqualTo("Ponsel kantor");
        assertThat(ledger.of(REGENCY, device(phone).id()))
                .extracting(Entry::verb)
                .containsExactly("device.registered");
    }

    @Test
    void aPhoneSharedByTwoOfficersIsOneForEach() {
        Phone first = phones.registered(phones.officer(SUKASADA));
        String second = phones.officer(SUKASADA);

        assertThat(Phones.register(http.as(second), first.deviceId(), "Ponsel bersama")
                        .status())
                .isEqualTo(200);
        assertThat(device(first).name()).isEqualTo("Ponsel uji");
    }

    @Test
    void isForOfficers() {
        Answer answer = Phones.register(http.as("budi"), "tuntas:" + UUID.randomUUID(), "Ponsel");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pendek", "tuntas:<script>", "tuntas: spasi di dalam"})
    void refusesWhatIsNoId(String deviceId) {
        Answer answer = Phones.register(http.as("ani"), deviceId, "Ponsel");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/deviceId");
    }

    @Test
    void refusesAPhoneWithoutAName() {
        Answer answer = http.as("ani").post("/api/v1/me/devices", Map.of("deviceId", "tuntas:" + UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/name");
    }

    @Test
    void measuresTheClockAtEachContact() {
        Phone phone = phones.registered(phones.officer(SUKASADA));
        String twoDaysAhead = Instant.now().plus(Duration.ofDays(2)).toString();

        phones.as(phone).header(Devices.PHONE_TIME_HEADER, twoDaysAhead).get("/api/v1/session");
        Answer answer =
                phones.as(phone).header(Devices.PHONE_TIME_HEADER, twoDaysAhead).get("/api/v1/regions?level=district");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(device(phone).skewSeconds()).isBetween(172_700L, 172_810L);
    }

    @Test
    void aClockSetRightIsMeasuredAnew() {
        Phone phone = phones.registered(phones.officer(SUKASADA));
        phones.as(phone)
                .header(Devices.PHONE_TIME_HEADER, Instant.EPOCH.toString())
                .get("/api/v1/session");

        phones.as(phone)
                .header(Devices.PHONE_TIME_HEADER, Instant.now().toString())
                .get("/api/v1/session");

        assertThat(device(phone).skewSeconds()).isBetween(-60L, 1L);
    }

    @Test
    void aTimeThatIsNoneAndAPhoneNobodyKnowsHinderNothing() {
        Phone phone = phones.registered(phones.officer(SUKASADA));

        assertThat(phones.as(phone)
                        .header(Devices.PHONE_TIME_HEADER, "kemarin")
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(200);
        assertThat(http.as("ani")
                        .header(Devices.HEADER, "tuntas:tidak-dikenal")
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(200);
        assertThat(device(phone).skewSeconds()).isNull();
    }
}
