package id.tuntas.decrees;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.deliberation.Hall;
import id.tuntas.platform.BusinessClock;
import id.tuntas.testing.Http;
import id.tuntas.visits.Field;
import id.tuntas.visits.VisitsTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What the open figures say of places waits for the decree, and does not change after it. */
@VisitsTest
@Import({Hall.class, Chancery.class})
class TellingEverybodyOnceTest {

    private static final LocalDate SUNDAY = LocalDate.of(2023, 2, 12);

    @Autowired
    private Chancery chancery;

    @Autowired
    private Hall hall;

    @Autowired
    private Field field;

    @Autowired
    private Http http;

    @Autowired
    private BusinessClock clock;

    private String village;

    @BeforeEach
    void aVillageThatAgreedOnFiveFamilies() {
        field.renew();
        village = hall.village();
        UUID[] families = new UUID[5];
        for (int family = 0; family < families.length; family++) {
            families[family] = hall.reviewed(village).id();
        }
        UUID meeting = hall.opened(village);
        for (UUID family : families) {
            hall.agreed(meeting, family);
        }
        hall.closed(meeting);
        chancery.signed(meeting);
        clock.playOn(SUNDAY.plusDays(3));
    }

    @AfterEach
    void theDayItWas() {
        clock.playOn(Field.TODAY);
    }

    private String path(String file, LocalDate week) {
        return "/terbuka/" + file + "?round=" + field.round().code() + "&day=" + week;
    }

    private JsonNode figures(LocalDate week) {
        return http.withoutSession().get(path("angka.json", week)).json();
    }

    private static JsonNode row(JsonNode figures, String code) {
        return figures.get("rows")
                .valueStream()
                .filter(row -> row.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWeekThatIsOverTellsNothingMoreWhenADecreeComes() {
        JsonNode before = figures(SUNDAY);
        chancery.locked();

        assertThat(before.get("toldOn").isNull()).isTrue();
        assertThat(before.get("sinceTold").isNull()).isTrue();
        assertThat(row(before, REGENCY).at("/counts/extremelyPoor").asInt()).isEqualTo(5);
        assertThat(row(before, village).at("/counts/total").asInt()).isEqualTo(5);
        assertThat(row(before, village).at("/counts/extremelyPoor").isNull()).isTrue();
        assertThat(figures(SUNDAY)).isEqualTo(before);
    }

    @Test
    void laterWeeksRepeatItAndSayByHowMuchTheRegencyHasMovedOn() {
        chancery.locked();
        clock.playOn(SUNDAY.plusDays(8));
        hall.reviewed(village);
        clock.playOn(SUNDAY.plusDays(15));
        JsonNode first = figures(SUNDAY.plusWeeks(1));
        JsonNode later = figures(SUNDAY.plusWeeks(2));

        assertThat(first.get("toldOn").asString()).isEqualTo("2023-02-19");
        assertThat(row(first, village).at("/counts/extremelyPoor").asInt()).isEqualTo(5);
        assertThat(row(first, village).at("/counts/helped").isNull()).isTrue();
        assertThat(first.get("sinceTold").valueStream().mapToInt(JsonNode::asInt))
                .containsOnly(0);

        assertThat(later.get("toldOn")).isEqualTo(first.get("toldOn"));
        assertThat(row(later, village)).isEqualTo(row(first, village));
        assertThat(row(later, REGENCY).at("/counts/extremelyPoor").asInt()).isEqualTo(6);
        assertThat(later.at("/sinceTold/extremelyPoor").asInt()).isEqualTo(1);
        assertThat(later.at("/sinceTold/total").asInt()).isEqualTo(1);
        assertThat(http.withoutSession()
                        .get(path("angka.csv", SUNDAY.plusWeeks(2)))
                        .body()
                        .lines())
                .anyMatch(line -> line.startsWith("2023-02-26,") && line.endsWith(",6,0,0,0,0,0,6,6"))
                .anyMatch(line ->
                        line.startsWith("2023-02-19,") && line.contains(village) && line.endsWith(",5,0,0,0,,0,5,5"));
    }
}
