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
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.PhoneExport;
import id.tuntas.visits.VisitsTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VisitsTest
@Import({Decreed.class, Requests.class})
class ConfirmingOnAVisitTest {

    private static final String LIST = "/api/v1/me/deliveries";
    private static final String TODAY = "2023-02-10";

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

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

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @Test
    void onlyWhatTheOfficerHasSeenAtTheFamilyCountsAsReceived() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode given = delivered(family);
        assertThat(received(given)).isFalse();
        JsonNode waiting = waiting("ani", given);
        assertThat(waiting.get("deliveredOn").asString()).isEqualTo("2023-02-10");
        assertThat(waiting.propertyNames()).doesNotContain("nik", "kk", "members");

        assertThat(say("ani", waiting, word("received"), Sent.photo("atap baru"))
                        .status())
                .isEqualTo(204);

        assertThat(received(given)).isTrue();
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

        assertThat(waiting("ani", asked).get("persons").asInt()).isEqualTo(3);
        assertThat(waiting("ani", delivered(family)).get("persons").isNull()).isTrue();
    }

    @Test
    void theFamilysRoadTellsWhatWasAskedForAndWhatArrived() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode given = delivered(family);
        assertThat(station(family, 6).get("state").asString()).isEqualTo("done");
        assertThat(station(family, 6).get("note").asString()).isEqualTo("1 program");
        assertThat(station(family, 7).get("state").asString()).isEqualTo("now");
        assertThat(station(family, 7).get("note").asString()).isEqualTo("0 dari 1 diterima");

        say("ani", waiting("ani", given), word("received"));

        assertThat(station(family, 7).get("state").asString()).isEqualTo("done");
        assertThat(station(family, 7).get("at").asString()).isEqualTo("2023-02-10");
        assertThat(station(family, 8).get("state").asString()).isEqualTo("now");
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
        JsonNode given = delivered(family);
        say("ani", waiting("ani", given), word("missing"));

        JsonNode missing = requests.seen("dewa", given);
        assertThat(missing.get("state").asString()).isEqualTo("missing");
        assertThat(missing.get("due").asString()).isEqualTo("2023-02-24");
        assertThat(received(given)).isFalse();
        assertThat(requests.ask("budi", family, HOUSING, "housing").code()).isEqualTo("intervention-there");
        assertThat(requests.deliver("dewa", missing, TODAY, "20000000", Sent.photo("kedua"))
                        .status())
                .isEqualTo(204);
        say("ani", waiting("ani", given), word("received"));
        assertThat(received(given)).isTrue();
    }

    @Test
    void somethingElseThanWasSaidNeedsANote() {
        JsonNode waiting = waiting("ani", delivered(decreed.family("ani", Map.of())));

        assertThat(pointers(say("ani", waiting, word("different")))).containsExactly("/note");
        Map<String, String> word = word("different");
        word.put("note", "Hanya seng, tanpa semen");
        assertThat(say("ani", waiting, word).status()).isEqualTo(204);

        JsonNode different = requests.seen("dewa", waiting);
        assertThat(different.get("state").asString()).isEqualTo("different");
        assertThat(different.get("reason").asString()).isEqualTo("Hanya seng, tanpa semen");
        assertThat(received(different)).isFalse();
        assertThat(requests.step("dewa", different, Map.of("state", "failed", "reason", "Stok habis"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theSameWordSentTwiceIsOneAndALaterOneIsToldThatItIsLate() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode waiting = waiting("ani", delivered(family));
        Map<String, String> word = word("missing");

        assertThat(say("ani", waiting, word).status()).isEqualTo(204);
        assertThat(say("ani", waiting, word).status()).isEqualTo(204);

        assertThat(ledger.of(REGENCY, family.id()).stream()
                        .filter(entry -> entry.verb().equals("intervention.missing")))
                .hasSize(1);
        assertThat(say("ani", waiting, word("received")).code()).isEqualTo("stale");
    }

    @Test
    void aWordThatCannotBeTrueIsRefused() {
        JsonNode waiting = waiting("ani", delivered(decreed.family("ani", Map.of())));

        assertThat(pointers(say("ani", waiting, changed("seenOn", "2023-02-09"))))
                .containsExactly("/seenOn");
        assertThat(pointers(say("ani", waiting, changed("seenOn", "2023-02-11"))))
                .containsExactly("/seenOn");
        assertThat(pointers(say("ani", waiting, changed("seenOn", "kemarin")))).containsExactly("/seenOn");
        assertThat(pointers(say("ani", waiting, changed("id", "satu")))).containsExactly("/id");
        assertThat(pointers(say("ani", waiting, changed("said", "mungkin")))).containsExactly("/said");
        assertThat(pointers(say("ani", waiting, changed("said", "planned")))).containsExactly("/said");
        assertThat(pointers(say("ani", waiting, changed("note", "x".repeat(1_001)))))
                .containsExactly("/note");
        assertThat(pointers(say("ani", waiting, word("received"), new Sent("photo", "image/jpeg", new byte[9]))))
                .containsExactly("/photo");
        assertThat(waitingIds("ani")).contains(id(waiting));
    }

    @Test
    void whatArrivedIsShownByAPlaceOrAPhotoOrSaysWhyNeither() {
        JsonNode placed = waiting("ani", delivered(decreed.family("ani", Map.of())));
        JsonNode bare = waiting("ani", delivered(decreed.family("ani", Map.of())));
        int unshown = unshown();
        Map<String, String> here = changed("unplaced", "");
        here.putAll(Map.of("lat", "-8.155", "lng", "114.576", "accuracy", "9"));
        Map<String, String> older = changed("unplaced", "");
        older.remove("unplaced");

        assertThat(pointers(say("ani", placed, changed("unplaced", " ")))).containsExactly("/unplaced");
        assertThat(pointers(say("ani", placed, older))).containsExactly("/unplaced");
        assertThat(pointers(say("ani", placed, with(here, "lat", "-98.2")))).containsExactly("/place");
        assertThat(pointers(say("ani", placed, with(here, "lat", "selatan")))).containsExactly("/lat");
        assertThat(say("ani", placed, here).status()).isEqualTo(204);
        assertThat(unshown()).isEqualTo(unshown);
        assertThat(say("ani", bare, changed("unplaced", "Tidak ada sinyal satelit"))
                        .status())
                .isEqualTo(204);

        assertThat(requests.seen("citra", placed).at("/seen/accuracy").asInt()).isEqualTo(9);
        JsonNode seen = requests.seen("citra", bare).get("seen");
        assertThat(seen.get("accuracy").isNull()).isTrue();
        assertThat(seen.get("unplaced").asString()).isEqualTo("Tidak ada sinyal satelit");
        assertThat(unshown()).isEqualTo(unshown + 1);
    }

    @Test
    void aPlaceFarFromTheFamilyIsToldAndShowsNothing() {
        JsonNode near = waiting("ani", delivered(decreed.family("ani", Map.of())));
        JsonNode far = waiting("ani", delivered(decreed.family("ani", Map.of())));
        JsonNode photographed = waiting("ani", delivered(decreed.family("ani", Map.of())));
        int unshown = unshown();

        say("ani", near, at("-8.194", "114.576"));
        assertThat(unshown()).isEqualTo(unshown);
        say("ani", far, at("-6.2", "106.8"));
        assertThat(unshown()).isEqualTo(unshown + 1);
        say("ani", photographed, at("-6.2", "106.8"), Sent.photo("atap jauh"));
        assertThat(unshown()).isEqualTo(unshown + 1);

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

    @Test
    void whatWasReceivedIsAskedForAgainWithAReasonUntilItsTermIsOver() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode house = delivered(family);
        say("ani", waiting("ani", house), word("received"));

        Answer refused = requests.ask("budi", family, HOUSING, "housing");

        assertThat(refused.code()).isEqualTo("intervention-received");
        assertThat(refused.json().get("detail").asString())
                .contains("10 Februari 2023")
                .contains("10 Februari 2028");
        assertThat(requests.seen("citra", house).get("againFrom").asString()).isEqualTo("2028-02-10");
        assertThat(fits(family)).as("no help with the house in five years").isEqualTo("NO");
        Answer asked = requests.ask("budi", family, HOUSING, "housing", "Rumah roboh karena gempa");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(requests.ofCase("fajar", family).getLast().get("againstRule").asString())
                .isEqualTo("Rumah roboh karena gempa");
    }

    @Test
    void whatTheOfficerSaidByMistakeIsTakenBackByTheOfficeAndSaidAnew() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode house = delivered(family);
        int unshown = unshown();
        say("ani", waiting("ani", house), word("received"));
        JsonNode seen = requests.ofCase("citra", family).getFirst();
        assertThat(seen.get("withdrawable").asBoolean()).isTrue();
        assertThat(requests.ofCase("budi", family)
                        .getFirst()
                        .get("withdrawable")
                        .asBoolean())
                .isFalse();

        assertThat(requests.withdraw("budi", seen, "Salah keluarga").status()).isEqualTo(404);
        assertThat(pointers(requests.withdraw("citra", seen, " "))).containsExactly("/reason");
        assertThat(requests.withdraw("citra", seen, "Salah keluarga").status()).isEqualTo(204);

        JsonNode now = requests.ofCase("citra", family).getFirst();
        assertThat(now.get("state").asString()).isEqualTo("delivered");
        assertThat(now.get("deliveredOn").asString()).isEqualTo("2023-02-10");
        assertThat(now.get("amount").asLong()).isEqualTo(20_000_000);
        assertThat(now.get("reason").asString()).isEqualTo("Salah keluarga");
        assertThat(now.get("seen").isNull()).isTrue();
        assertThat(received(house)).isFalse();
        assertThat(unshown()).isEqualTo(unshown);
        assertThat(ledger.of(REGENCY, family.id()))
                .extracting(Entry::verb)
                .endsWith("intervention.received", "intervention.unsaid");
        assertThat(requests.withdraw("citra", now, "Lagi").code()).isEqualTo("intervention-step");

        say("ani", waiting("ani", house), word("received"), Sent.photo("benar"));
        assertThat(requests.ofCase("citra", family)).hasSize(1);
        assertThat(requests.ofCase("citra", family).getFirst().at("/seen/photo").asBoolean())
                .isTrue();
        assertThat(unshown()).as("what he said last counts").isEqualTo(unshown);
    }

    @Test
    void whatWasAskedForAgainStaysReceived() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode house = delivered(family);
        say("ani", waiting("ani", house), word("received"));
        requests.ask("budi", family, HOUSING, "housing", "Rumah roboh karena gempa");
        JsonNode first = requests.ofCase("citra", family).getFirst();

        assertThat(requests.withdraw("citra", first, "Salah").code()).isEqualTo("intervention-there");

        requests.withdraw("budi", requests.ofCase("budi", family).getLast(), "Rumahnya masih berdiri");
        assertThat(requests.withdraw("citra", first, "Salah").status()).isEqualTo(204);
    }

    private String fits(FamilyCase family) {
        return http.as("budi")
                .get("/api/v1/cases/" + family.id() + "/needs")
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("need").asString().equals("housing"))
                .flatMap(one -> one.get("programmes").valueStream())
                .filter(one -> one.get("code").asString().equals(HOUSING))
                .map(one -> one.at("/verdict/fits").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsAYearsMoneyIsAskedForAgainInTheNextYear() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode food = requests.asked("budi", family, "SEMBAKO", "food");
        requests.step("citra", food, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", food), TODAY, "", Sent.photo("beras tahun ini"));
        say("ani", waiting("ani", food), word("received"));

        clock.playOn(LocalDate.of(2023, 12, 31));
        assertThat(requests.ask("budi", family, "SEMBAKO", "food").code()).isEqualTo("intervention-received");
        clock.playOn(LocalDate.of(2024, 1, 1));
        assertThat(requests.ask("budi", family, "SEMBAKO", "food").status()).isEqualTo(201);
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    private int unshown() {
        return http.as("citra").get("/api/v1/convergence").json().get("unshown").asInt();
    }

    private static Map<String, String> with(Map<String, String> word, String field, String value) {
        Map<String, String> other = new HashMap<>(word);
        other.put(field, value);
        return other;
    }

    @Test
    void onlyTheOfficerOfTheFamilySaysSo() {
        JsonNode waiting = waiting("ani", delivered(decreed.family("ani", Map.of())));

        for (String persona : List.of("iwan", "kadek")) {
            assertThat(waitingIds(persona)).as(persona).doesNotContain(id(waiting));
            assertThat(say(persona, waiting, word("received")).status())
                    .as(persona)
                    .isEqualTo(404);
        }
        for (String persona : List.of("budi", "citra", "dewa", "eka", "fajar", "gita", "joko", "lina")) {
            assertThat(say(persona, waiting, word("received")).status())
                    .as(persona)
                    .isEqualTo(403);
            assertThat(http.as(persona).get(LIST).status()).as(persona).isEqualTo(403);
        }
        assertThat(requests.step("dewa", waiting, Map.of("state", "received")).status())
                .isEqualTo(422);
        assertThat(http.withoutSession().get(LIST).status()).isEqualTo(401);
    }

    @Test
    void whatWasReceivedThisYearStillExcludesWhatMayNotComeTogetherWithIt() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode food = requests.asked("budi", family, "SEMBAKO", "food");
        requests.step("citra", food, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", food), TODAY, "", Sent.photo("beras"));
        say("ani", waiting("ani", food), word("received"));

        assertThat(requests.ask("budi", family, "BLT-DD", "food").code()).isEqualTo("intervention-clash");
    }

    @Test
    void nothingIsSaidBeforeItWasDelivered() {
        JsonNode asked = requests.asked("budi", decreed.family("ani", Map.of()), HOUSING, "housing");

        assertThat(say("ani", asked, word("received")).code()).isEqualTo("intervention-step");
    }

    @Test
    void whatCouldNotBeSentComesWithThePhonesExport() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode waiting = waiting("ani", delivered(family));
        Map<String, Object> word = new HashMap<>(word("received"));
        word.put("delivery", id(waiting));
        word.put("version", waiting.get("version").asInt());

        JsonNode taken = handedIn(word);

        assertThat(taken.get("kind").asString()).isEqualTo("word");
        assertThat(taken.get("instanceId").asString()).isEqualTo("k1");
        assertThat(taken.get("outcome").asString()).isEqualTo("accepted");
        assertThat(received(waiting)).isTrue();
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

    private JsonNode delivered(FamilyCase family) {
        JsonNode asked = requests.asked("budi", family, HOUSING, "housing");
        requests.step("citra", asked, Map.of("state", "accepted"));
        Answer answer = requests.deliver(
                "citra", requests.seen("citra", asked), "2023-02-10", "20000000", Sent.photo("serah" + id(asked)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return asked;
    }

    private JsonNode waiting(String officer, JsonNode intervention) {
        return http.as(officer)
                .get(LIST)
                .json()
                .get("items")
                .valueStream()
                .filter(one -> id(one).equals(id(intervention)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> waitingIds(String officer) {
        return http.as(officer)
                .get(LIST)
                .json()
                .get("items")
                .valueStream()
                .map(Requests::id)
                .toList();
    }

    private static Map<String, String> word(String said) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "said",
                said,
                "seenOn",
                TODAY,
                "note",
                "",
                "unplaced",
                "Tidak ada sinyal satelit"));
    }

    private static Map<String, String> changed(String field, String value) {
        Map<String, String> word = word("received");
        word.put(field, value);
        return word;
    }

    private Answer say(String persona, JsonNode seen, Map<String, String> word, Sent... photos) {
        return Requests.send(
                http.as(persona).header("If-Match", '"' + seen.get("version").asString() + '"'),
                LIST + "/" + id(seen) + "/words",
                word,
                List.of(photos));
    }

    private boolean received(JsonNode intervention) {
        return jdbc.sql("select exists (select from interventions.received where id = :id)")
                .param("id", UUID.fromString(id(intervention)))
                .query(Boolean.class)
                .single();
    }
}
