package id.tuntas.publication;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Cases;
import id.tuntas.cases.VisitOutcome;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingOpenFiguresTest {

    private static final String ROUND = "TERBUKA-1";
    private static final String JSON = "/terbuka/angka.json?round=" + ROUND;
    private static final LocalDate SUNDAY = LocalDate.of(2023, 2, 19);
    private static final String SUKASADA_VILLAGE = "51.08.05.2004";

    @Autowired
    private CaseData data;

    @Autowired
    private Cases cases;

    @Autowired
    private Assignments assignments;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Personas personas;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Http http;

    /** In three villages eight families each were found poor and six not poor; but in one of them only one was not poor. */
    @BeforeAll
    void aRoundWithOneFamilyThatCouldBeFoundOut() {
        clock.playOn(SUNDAY.minusDays(2));
        Round round = data.openRound(ROUND);
        for (String village : List.of(SUKASADA_VILLAGE, "51.08.05.2005", "51.08.05.2006")) {
            List<UUID> families = data.families(round, village, 25);
            int notPoor = village.equals(SUKASADA_VILLAGE) ? 1 : 6;
            families.subList(0, notPoor).forEach(family -> visit(family, Finding.NOT_POOR));
            families.subList(notPoor, notPoor + 8).forEach(family -> visit(family, Finding.POOR));
        }
        clock.playOn(SUNDAY.plusDays(3));
    }

    private void visit(UUID family, Finding finding) {
        UUID officer = personas.actor("ani").id();
        assignments.assign(personas.actor("citra"), new AssignFamilies(officer, List.of(family), List.of(), null));
        VisitOutcome outcome =
                new VisitOutcome(Ids.next(), officer, ContactResult.FOUND, finding, clock.now(), -8.2, 115.1);
        transaction.executeWithoutResult(status -> {
            cases.visitReceived(Personas.REGENCY, family, outcome);
            cases.visitApproved(personas.actor("budi"), family, outcome.visitId(), ContactResult.FOUND, finding);
        });
    }

    private static JsonNode row(Answer answer, String code) {
        return StreamSupport.stream(answer.json().get("rows").spliterator(), false)
                .filter(row -> row.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areOpenToEverybodyWithTheirUnitAndDay() {
        Answer answer = http.withoutSession().get(JSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("unit").asString()).isEqualTo("family");
        assertThat(answer.json().get("asOf").asString())
                .as("the last week that is over")
                .isEqualTo("2023-02-19");
        assertThat(row(answer, Personas.REGENCY).get("counts").get("total").asLong())
                .isEqualTo(75);
        assertThat(answer.json().get("rows")).hasSize(1 + 9 + 148);
    }

    @Test
    void areThoseOfWeeksThatAreOver() {
        assertThat(asOf("2023-02-22")).isEqualTo("2023-02-19");
        assertThat(asOf("2023-02-19")).isEqualTo("2023-02-19");
        assertThat(asOf("2023-02-18")).isEqualTo("2023-02-12");
        assertThat(row(http.withoutSession().get(JSON + "&day=2023-02-18"), Personas.REGENCY)
                        .get("counts")
                        .get("total")
                        .asLong())
                .as("before the families came")
                .isZero();
    }

    private String asOf(String day) {
        return http.withoutSession()
                .get(JSON + "&day=" + day)
                .json()
                .get("asOf")
                .asString();
    }

    @Test
    void tellOfTheRegencyEverythingAndOfAPlaceOnlyItsTotalBeforeADecree() {
        Answer answer = http.withoutSession().get(JSON);
        JsonNode regency = row(answer, Personas.REGENCY).get("counts");

        assertThat(regency.get("poor").asLong()).isEqualTo(24);
        assertThat(regency.get("notPoor").asLong()).isEqualTo(13);
        assertThat(regency.get("helped").asLong()).isZero();
        assertThat(regency.get("remaining").asLong())
                .as("what the headline says")
                .isEqualTo(75 - 13 - 24);
        assertThat(answer.json().get("toldOn").isNull()).isTrue();
        for (String place : List.of(Personas.SUKASADA, SUKASADA_VILLAGE)) {
            JsonNode counts = row(answer, place).get("counts");
            assertThat(counts.properties())
                    .filteredOn(count -> !count.getValue().isNull())
                    .singleElement()
                    .satisfies(count -> assertThat(count.getKey()).isEqualTo("total"));
        }
    }

    @Test
    void areTheSameAsATableWithEmptyCellsForWhatIsNotTold() {
        List<String> lines = http.withoutSession()
                .get("/terbuka/angka.csv?round=" + ROUND)
                .body()
                .lines()
                .toList();

        assertThat(lines.getFirst())
                .isEqualTo(
                        "as_of,round,unit,level,code,name,extremelyPoor,poor,notPoor,gone,helped,open,total,remaining");
        assertThat(lines).hasSize(1 + 1 + 9 + 148);
        assertThat(lines)
                .filteredOn(line -> line.contains(SUKASADA_VILLAGE))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(",,,,,,,25,"));
    }

    @Test
    void explainEveryColumnInTwoLanguages() {
        List<String> columns =
                http.withoutSession().get("/terbuka/angka.csv?round=" + ROUND).body().lines().findFirst().stream()
                        .flatMap(line -> List.of(line.split(",")).stream())
                        .toList();
        List<String> dictionary = http.withoutSession()
                .get("/terbuka/kamus.csv")
                .body()
                .lines()
                .skip(1)
                .toList();

        assertThat(dictionary)
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .isEqualTo(columns);
    }

    @Test
    void refuseARoundThatIsNotThereAndADayToCome() {
        assertThat(http.withoutSession()
                        .get("/terbuka/angka.json?round=TIDAK-ADA")
                        .status())
                .isEqualTo(404);
        assertThat(http.withoutSession().get(JSON + "&day=2999-01-01").code()).isEqualTo("invalid");
        assertThat(http.withoutSession().get(JSON + "&day=2023-01-28").code())
                .as("before the week in which the round opened")
                .isEqualTo("invalid");
        assertThat(asOf("2023-01-29")).isEqualTo("2023-01-29");
        assertThat(http.withoutSession().get(JSON + "&day=kemarin").status()).isIn(400, 422);
    }
}
