package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.HOUSING;
import static id.tuntas.interventions.Requests.id;
import static id.tuntas.interventions.Requests.pointers;
import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.FamilyCase;
import id.tuntas.interventions.Requests.Sent;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.programmes.Decreed;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@VisitsTest
@Import({Decreed.class, Requests.class, Words.class})
class AskingAgainTest {

    @Autowired
    private Decreed decreed;

    @Autowired
    private Requests requests;

    @Autowired
    private Words words;

    @Autowired
    private Http http;

    @Autowired
    private Ledger ledger;

    @Autowired
    private BusinessClock clock;

    @BeforeEach
    void anAgencyOfHouses() {
        requests.appoint(HOUSING, "dewa");
    }

    @Test
    void whatWasReceivedIsAskedForAgainWithAReasonUntilItsTermIsOver() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode house = words.delivered(family);
        words.say("ani", words.waiting("ani", house), Words.word("received"));

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
        JsonNode house = words.delivered(family);
        int unshown = words.unshown();
        words.say("ani", words.waiting("ani", house), Words.word("received"));
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
        assertThat(words.received(house)).isFalse();
        assertThat(words.unshown()).isEqualTo(unshown);
        assertThat(ledger.of(REGENCY, family.id()))
                .extracting(Entry::verb)
                .endsWith("intervention.received", "intervention.unsaid");
        assertThat(requests.withdraw("citra", now, "Lagi").code()).isEqualTo("intervention-step");

        words.say("ani", words.waiting("ani", house), Words.word("received"), Sent.photo("benar"));
        assertThat(requests.ofCase("citra", family)).hasSize(1);
        assertThat(requests.ofCase("citra", family).getFirst().at("/seen/photo").asBoolean())
                .isTrue();
        assertThat(words.unshown()).as("what he said last counts").isEqualTo(unshown);
    }

    @Test
    void whatWasAskedForAgainStaysReceived() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode house = words.delivered(family);
        words.say("ani", words.waiting("ani", house), Words.word("received"));
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
        requests.deliver("citra", requests.seen("citra", food), Words.TODAY, "", Sent.photo("beras tahun ini"));
        words.say("ani", words.waiting("ani", food), Words.word("received"));

        clock.playOn(LocalDate.of(2023, 12, 31));
        assertThat(requests.ask("budi", family, "SEMBAKO", "food").code()).isEqualTo("intervention-received");
        clock.playOn(LocalDate.of(2024, 1, 1));
        assertThat(requests.ask("budi", family, "SEMBAKO", "food").status()).isEqualTo(201);
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    @Test
    void whatWasReceivedThisYearStillExcludesWhatMayNotComeTogetherWithIt() {
        FamilyCase family = decreed.family("ani", Map.of());
        JsonNode food = requests.asked("budi", family, "SEMBAKO", "food");
        requests.step("citra", food, Map.of("state", "accepted"));
        requests.deliver("citra", requests.seen("citra", food), Words.TODAY, "", Sent.photo("beras"));
        words.say("ani", words.waiting("ani", food), Words.word("received"));

        assertThat(requests.ask("budi", family, "BLT-DD", "food").code()).isEqualTo("intervention-clash");
    }
}
