package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.OfficeKeys;
import id.tuntas.access.Phones;
import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.PhoneExport;
import id.tuntas.visits.VisitsTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VisitsTest
@Import({Decreed.class, Requests.class, Words.class})
class ConfirmingOnAVisitTest {

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Words words;

    @Autowired
    private Http http;

    @Autowired
    private Field field;

    @Autowired
    private OfficeKeys keys;

    @Autowired
    private JsonMapper mapper;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @Test
    void onlyWhatTheOfficerHasSeenAtTheFamilyCountsAsReceived() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode given = words.delivered(family);
        assertThat(words.received(given)).isFalse();
        JsonNode waiting = words.waiting("ani", given);
        assertThat(waiting.get("deliveredOn").asString()).isEqualTo("2023-02-10");
        assertThat(waiting.propertyNames()).doesNotContain("nik", "kk", "members");

        assertThat(words.say("ani", waiting, Words.word("received"), Sent.photo("atap baru"))
                        .status())
                .isEqualTo(204);

        assertThat(words.received(given)).isTrue();
        JsonNode seen = requests.ofCase("fajar", family).getFirst();
        assertThat(seen.get("state").asString()).isEqualTo("received");
        assertThat(seen.get("deliveredOn").asString()).isEqualTo("2023-02-10");
        assertThat(seen.get("amount").asLong()).isEqualTo(20_000_000);
        assertThat(seen.get("proofs")).hasSize(2);
        assertThat(ledger.of(REGENCY, family.id())).extracting(Entry::verb).endsWith("intervention.received");
        assertThat(waitingIds("ani")).doesNotContain(id(given));
    }

    @Test
    void aDeliveryOfAProgrammeForPersonsSaysForHowMany() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode asked = requests.asked("budi", family, "PBI-JKN", "health");
        requests.step("citra", asked, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", asked), "2023-02-10", "", Sent.photo("kartu"));

        assertThat(words.waiting("ani", asked).get("persons").asInt()).isEqualTo(3);
        assertThat(words.waiting("ani", words.delivered(family)).get("persons").isNull())
                .isTrue();
    }

    @Test
    void theFamilysRoadTellsWhatWasAskedForAndWhatArrived() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode given = words.delivered(family);
        assertThat(station(family, 6).get("state").asString()).isEqualTo("done");
        assertThat(station(family, 6).get("note").asString()).isEqualTo("1 program");
        assertThat(station(family, 7).get("state").asString()).isEqualTo("now");
        assertThat(station(family, 7).get("note").asString()).isEqualTo("0 dari 1 diterima");

        words.say("ani", words.waiting("ani", given), Words.word("received"));

        assertThat(station(family, 7).get("state").asString()).isEqualTo("done");
        assertThat(station(family, 7).get("at").asString()).isEqualTo("2023-02-10");
        assertThat(station(family, 8).get("state").asString()).isEqualTo("now");
    }

    @Test
    void theFamilysHistoryTellsWhichProgrammeWasGiven() {
        FamilyCase family = decreed.family("ani", Map.of());
        words.delivered(family);

        assertThat(http.as("citra")
                        .get("/api/v1/cases/" + family.id() + "/timeline")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(item -> item.get("verb").asString().equals("intervention.delivered"))
                        .map(item -> item.get("detail").asString()))
                .containsExactly("Perbaikan rumah tidak layak huni (RTLH)");
    }

    private JsonNode station(FamilyCase family, int at) {
        return http.as("citra")
                .get("/api/v1/cases/" + family.id())
                .json()
                .get("road")
                .get(at);
    }

    @Test
    void whatDidNotArriveGoesBackToTheAgencyWhichMayDeliverAgain() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode given = words.delivered(family);
        words.say("ani", words.waiting("ani", given), Words.word("missing"));

        JsonNode missing = requests.seen("dewa", given);
        assertThat(missing.get("state").asString()).isEqualTo("missing");
        assertThat(missing.get("due").asString()).isEqualTo("2023-02-24");
        assertThat(words.received(given)).isFalse();
        assertThat(requests.ask("budi", family, HOUSING, "housing").code()).isEqualTo("intervention-there");
        assertThat(requests.deliver("dewa", missing, Words.TODAY, "20000000", Sent.photo("kedua"))
                        .status())
                .isEqualTo(204);
        words.say("ani", words.waiting("ani", given), Words.word("received"));
        assertThat(words.received(given)).isTrue();
    }

    @Test
    void somethingElseThanWasSaidNeedsANote() {
        JsonNode waiting = words.waiting("ani", words.delivered(decreed.family("ani", Map.of())));

        assertThat(pointers(words.say("ani", waiting, Words.word("different")))).containsExactly("/note");
        Map<String, String> word = Words.word("different");
        word.put("note", "Hanya seng, tanpa semen");
        assertThat(words.say("ani", waiting, word).status()).isEqualTo(204);

        JsonNode different = requests.seen("dewa", waiting);
        assertThat(different.get("state").asString()).isEqualTo("different");
        assertThat(different.get("reason").asString()).isEqualTo("Hanya seng, tanpa semen");
        assertThat(words.received(different)).isFalse();
        assertThat(requests.step("dewa", different, Map.of("state", "failed", "reason", "Stok habis"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theSameWordSentTwiceIsOneAndALaterOneIsToldThatItIsLate() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode waiting = words.waiting("ani", words.delivered(family));
        Map<String, String> word = Words.word("missing");

        assertThat(words.say("ani", waiting, word).status()).isEqualTo(204);
        assertThat(words.say("ani", waiting, word).status()).isEqualTo(204);

        assertThat(ledger.of(REGENCY, family.id()).stream()
                        .filter(entry -> entry.verb().equals("intervention.missing")))
                .hasSize(1);
        assertThat(words.say("ani", waiting, Words.word("received")).code()).isEqualTo("stale");
    }

    @Test
    void aWordThatCannotBeTrueIsRefused() {
        JsonNode waiting = words.waiting("ani", words.delivered(decreed.family("ani", Map.of())));

        assertThat(pointers(words.say("ani", waiting, changed("seenOn", "2023-02-09"))))
                .containsExactly("/seenOn");
        assertThat(pointers(words.say("ani", waiting, changed("seenOn", "2023-02-11"))))
                .containsExactly("/seenOn");
        assertThat(pointers(words.say("ani", waiting, changed("seenOn", "kemarin"))))
                .containsExactly("/seenOn");
        assertThat(pointers(words.say("ani", waiting, changed("id", "satu")))).containsExactly("/id");
        assertThat(pointers(words.say("ani", waiting, changed("said", "mungkin"))))
                .containsExactly("/said");
        assertThat(pointers(words.say("ani", waiting, changed("said", "planned"))))
                .containsExactly("/said");
        assertThat(pointers(words.say("ani", waiting, changed("note", "x".repeat(1_001)))))
                .containsExactly("/note");
        assertThat(pointers(words.say(
                        "ani", waiting, Words.word("received"), new Sent("photo", "image/jpeg", new byte[9]))))
                .containsExactly("/photo");
        assertThat(waitingIds("ani")).contains(id(waiting));
    }

    @Test
    void whatArrivedIsShownByAPlaceOrAPhotoOrSaysWhyNeither() {
        JsonNode placed = words.waiting("ani", words.delivered(decreed.family("ani", Map.of())));
        JsonNode bare = words.waiting("ani", words.delivered(decreed.family("ani", Map.of())));
        int unshown = words.unshown();
        Map<String, String> here = changed("unplaced", "");
        here.putAll(Map.of("lat", "-8.155", "lng", "114.576", "accuracy", "9"));
        Map<String, String> older = changed("unplaced", "");
        older.remove("unplaced");

        assertThat(pointers(words.say("ani", placed, changed("unplaced", " ")))).containsExactly("/unplaced");
        assertThat(pointers(words.say("ani", placed, older))).containsExactly("/unplaced");
        assertThat(pointers(words.say("ani", placed, with(here, "lat", "-98.2"))))
                .containsExactly("/place");
        assertThat(pointers(words.say("ani", placed, with(here, "lat", "selatan"))))
                .containsExactly("/lat");
        assertThat(words.say("ani", placed, here).status()).isEqualTo(204);
        assertThat(words.unshown()).isEqualTo(unshown);
        assertThat(words.say("ani", bare, changed("unplaced", "Tidak ada sinyal satelit"))
                        .status())
                .isEqualTo(204);

        assertThat(requests.seen("citra", placed).at("/seen/accuracy").asInt()).isEqualTo(9);
        JsonNode seen = requests.seen("citra", bare).get("seen");
        assertThat(seen.get("accuracy").isNull()).isTrue();
        assertThat(seen.get("unplaced").asString()).isEqualTo("Tidak ada sinyal satelit");
        assertThat(words.unshown()).isEqualTo(unshown + 1);
    }

    @Test
    void aPlaceFarFromTheFamilyIsToldAndShowsNothing() {
        JsonNode near = words.waiting("ani", words.delivered(decreed.family("ani", Map.of())));
        JsonNode far = words.waiting("ani", words.delivered(decreed.family("ani", Map.of())));
        JsonNode photographed = words.waiting("ani", words.delivered(decreed.family("ani", Map.of())));
        int unshown = words.unshown();

        words.say("ani", near, at("-8.194", "114.576"));
        assertThat(words.unshown()).isEqualTo(unshown);
        words.say("ani", far, at("-6.2", "106.8"));
        assertThat(words.unshown()).isEqualTo(unshown + 1);
        words.say("ani", photographed, at("-6.2", "106.8"), Sent.photo("atap jauh"));
        assertThat(words.unshown()).isEqualTo(unshown + 1);

        JsonNode seen = requests.seen("citra", far).get("seen");
        assertThat(seen.get("elsewhere").asBoolean()).isTrue();
        assertThat(seen.get("away").asInt()).isBetween(850_000, 900_000);
        assertThat(requests.seen("citra", near).at("/seen/away").asInt()).isBetween(4_400, 4_500);
        assertThat(requests.seen("citra", near).at("/seen/elsewhere").asBoolean())
                .isFalse();
    }

    private static Map<String, String> at(String lat, String lng) {
        Map<String, String> word = changed("unplaced", "");
        word.putAll(Map.of("lat", lat, "lng", lng, "accuracy", "4"));
        return word;
    }

    private static Map<String, String> with(Map<String, String> word, String field, String value) {
        Map<String, String> other = new HashMap<>(word);
        other.put(field, value);
        return other;
    }

    @Test
    void onlyTheOfficerOfTheFamilySaysSo() {
        JsonNode waiting = words.waiting("ani", words.delivered(decreed.family("ani", Map.of())));

        for (String persona : List.of("iwan", "kadek")) {
            assertThat(waitingIds(persona)).as(persona).doesNotContain(id(waiting));
            assertThat(words.say(persona, waiting, Words.word("received")).status())
                    .as(persona)
                    .isEqualTo(404);
        }
        for (String persona : List.of("budi", "citra", "dewa", "eka", "fajar", "gita", "joko", "lina")) {
            assertThat(words.say(persona, waiting, Words.word("received")).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(http.as(persona).get(Words.LIST).status()).as(persona).isEqualTo(403);
        }
        assertThat(requests.step("dewa", waiting, Map.of("state", "received")).status())
                .isEqualTo(422);
        assertThat(http.withoutSession().get(Words.LIST).status()).isEqualTo(401);
    }

    @Test
    void nothingIsSaidBeforeItWasDelivered() {
        JsonNode asked = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");

        assertThat(words.say("ani", asked, Words.word("received")).code()).isEqualTo("intervention-step");
    }

    @Test
    void whatCouldNotBeSentComesWithThePhonesExport() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode waiting = words.waiting("ani", words.delivered(family));
        Map<String, Object> word = new HashMap<>(Words.word("received"));
        word.put("delivery", id(waiting));
        word.put("version", waiting.get("version").asInt());

        JsonNode taken = handedIn(word);

        assertThat(taken.get("kind").asString()).isEqualTo("word");
        assertThat(taken.get("instanceId").asString()).isEqualTo("k1");
        assertThat(taken.get("outcome").asString()).isEqualTo("accepted");
        assertThat(words.received(waiting)).isTrue();
        JsonNode seen = requests.ofCase("fajar", family).getFirst();
        assertThat(seen.get("proofs")).hasSize(2);
        assertThat(ledger.of(REGENCY, family.id()).getLast().actorId())
                .isEqualTo(field.actor("ani").id());

        assertThat(handedIn(word).get("outcome").asString()).isEqualTo("alreadyHave");
        word.remove("id");
        word.put("note", "Diubah orang");
        assertThat(handedIn(word).get("outcome").asString()).isEqualTo("rejected");
        word.put("id", UUID.randomUUID().toString());
        JsonNode late = handedIn(word);
        assertThat(late.get("outcome").asString()).isEqualTo("rejected");
        assertThat(late.get("message").asString()).isNotBlank();
        word.put("delivery", UUID.randomUUID().toString());
        assertThat(handedIn(word).get("outcome").asString()).isEqualTo("rejected");
    }

    private JsonNode handedIn(Map<String, Object> word) {
        UUID officer = field.actor("ani").id();
        String device = "tuntas:kata";
        assertThat(Phones.register(http.as("ani"), device, "Ponsel uji").status())
                .isLessThan(300);
        byte[] file = PhoneExport.of(officer)
                .with("k1/word.json", mapper.writeValueAsString(word))
                .with("k1/foto.jpg", Sent.photo("atap baru").content())
                .encrypted(device, keys.exportKey());
        Answer answer = http.as("budi").upload("/api/v1/field-exports", "a.tuntas", file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/items/0");
    }

    private List<String> waitingIds(String officer) {
        return http.as(officer)
                .get(Words.LIST)
                .json()
                .get("items")
                .valueStream()
                .map(Requests::id)
                .toList();
    }

    private static Map<String, String> changed(String field, String value) {
        Map<String, String> word = Words.word("received");
        word.put(field, value);
        return word;
    }
}
