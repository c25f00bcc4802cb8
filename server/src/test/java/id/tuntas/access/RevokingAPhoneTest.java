package id.tuntas.access;

import static id.tuntas.testing.Personas.REGENCY;
import static id.tuntas.testing.Personas.SUKASADA;
import static id.tuntas.testing.Personas.TEJAKULA;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Phones.Phone;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class RevokingAPhoneTest {

    private static final Map<String, String> LOST = Map.of("reason", "Hilang di jalan ke Sukasada");

    @Autowired
    private Http http;

    @Autowired
    private Phones phones;

    @Autowired
    private Devices devices;

    @Autowired
    private Ledger ledger;

    private UUID idOf(Phone phone) {
        return devices.find(REGENCY, phone.officerId(), phone.deviceId())
                .orElseThrow()
                .id();
    }

    private Answer revoke(String persona, Phone phone) {
        return http.as(persona).post("/api/v1/devices/" + idOf(phone) + "/revoke", LOST);
    }

    private List<String> listedTo(String persona, Phone phone) {
        return http.as(persona)
                .get("/api/v1/devices?officer=" + phone.officerId())
                .json()
                .get("items")
                .valueStream()
                .map(device -> device.get("deviceId").asString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"budi", "citra", "joko"})
    void isForWhoAnswersForTheOfficer(String persona) {
        Phone phone = phones.registered(phones.officer(SUKASADA));

        assertThat(listedTo(persona, phone)).containsExactly(phone.deviceId());
        Answer answer = revoke(persona, phone);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("revokedReason").asString()).isEqualTo(LOST.get("reason"));
        assertThat(answer.json().get("revokedAt").isNull()).isFalse();
        assertThat(ledger.of(REGENCY, idOf(phone)))
                .extracting(Entry::verb)
                .containsExactly("device.registered", "device.revoked");
    }

    @Test
    void aPhoneOfAnotherDistrictIsNotThere() {
        Phone phone = phones.registered(phones.officer(TEJAKULA));

        assertThat(listedTo("budi", phone)).isEmpty();
        assertThat(revoke("budi", phone).status()).isEqualTo(404);
        assertThat(listedTo("lina", phone)).isEmpty();
        assertThat(revoke("lina", phone).status()).isEqualTo(404);
    }

    @Test
    void aPhoneOfAnOfficerOfTheWholeRegencyIsNotTheDistricts() {
        Phone phone = phones.registered(phones.officer(REGENCY));

        assertThat(revoke("budi", phone).status()).isEqualTo(404);
        assertThat(revoke("citra", phone).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ani", "eka", "fajar"})
    void isNotForOthers(String persona) {
        Phone phone = phones.registered(phones.officer(SUKASADA));

        assertThat(revoke(persona, phone).code()).isEqualTo("forbidden");
        assertThat(http.as(persona).get("/api/v1/devices").code()).isEqualTo("forbidden");
    }

    @Test
    void needsAReason() {
        Phone phone = phones.registered(phones.officer(SUKASADA));

        Answer answer = http.as("citra").post("/api/v1/devices/" + idOf(phone) + "/revoke", Map.of("reason", " "));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
    }

    @Test
    void twiceChangesNothing() {
        Phone phone = phones.registered(phones.officer(SUKASADA));
        Answer first = revoke("citra", phone);

        Answer again =
                http.as("citra").post("/api/v1/devices/" + idOf(phone) + "/revoke", Map.of("reason", "Alasan lain"));

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(ledger.of(REGENCY, idOf(phone))).hasSize(2);
    }

    @Test
    void thePhoneHearsOfItThoughItsSessionIsOver() {
        Phone phone = phones.registered(phones.officer(SUKASADA));
        Http.Caller onThePhone = phones.as(phone);
        revoke("citra", phone);

        Answer answer = onThePhone.get("/api/v1/me/work");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("device-revoked");
        assertThat(http.as(phone.officer()).get("/api/v1/me/work").status()).isEqualTo(401);
    }

    /** Two officers may share a phone; what is lost is the phone. */
    @Test
    void itHearsOfItFromAnotherOfficersSessionToo() {
        Phone phone = phones.registered(phones.officer(SUKASADA));
        String another = phones.officer(SUKASADA);
        revoke("citra", phone);

        Answer answer =
                http.as(another).header(Devices.HEADER, phone.deviceId()).get("/api/v1/me/work");

        assertThat(answer.code()).isEqualTo("device-revoked");
        assertThat(http.as(another).get("/api/v1/me/work").status()).isEqualTo(200);
    }

    @Test
    void nobodySignsInOnItAgainButTheOfficerDoesElsewhere() {
        Phone phone = phones.registered(phones.officer(SUKASADA));
        revoke("citra", phone);
        Map<String, String> credentials = Map.of("username", phone.officer(), "password", Personas.PASSWORD);

        assertThat(http.withoutSession()
                        .header(Devices.HEADER, phone.deviceId())
                        .post("/api/v1/session", credentials)
                        .code())
                .isEqualTo("device-revoked");
        assertThat(http.withoutSession().post("/api/v1/session", credentials).status())
                .isEqualTo(200);
    }

    @Test
    void itsIdIsNotTakenAgain() {
        Phone phone = phones.registered(phones.officer(SUKASADA));
        revoke("citra", phone);
        Answer session = http.withoutSession()
                .post("/api/v1/session", Map.of("username", phone.officer(), "password", Personas.PASSWORD));
        String cookie = session.raw().headers().firstValue("Set-Cookie").orElseThrow();

        Answer answer = Phones.register(
                http.withoutSession()
                        .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .header("X-CSRF-Token", session.json().get("csrfToken").asString()),
                phone.deviceId(),
                "Ponsel");

        assertThat(answer.code()).isEqualTo("device-revoked");
    }

    @Test
    void theListGoesPageByPage() {
        String officer = phones.officer(SUKASADA);
        Phone first = phones.registered(officer);
        Phone second = phones.registered(officer);
        String path = "/api/v1/devices?limit=1&officer=" + first.officerId();

        Answer page = http.as("budi").get(path);

        assertThat(page.json().at("/items/0/deviceId").asString()).isEqualTo(second.deviceId());
        Answer next =
                http.as("budi").get(path + "&after=" + page.json().get("next").asString());
        assertThat(next.json().at("/items/0/deviceId").asString()).isEqualTo(first.deviceId());
        assertThat(next.json().get("next").isNull()).isTrue();
    }
}
