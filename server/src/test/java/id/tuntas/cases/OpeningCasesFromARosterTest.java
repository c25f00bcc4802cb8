package id.tuntas.cases;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.cases.NewFamily.NewMember;
import id.tuntas.platform.Ids;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class OpeningCasesFromARosterTest {

    private static final String VILLAGE = "51.08.05.2001";
    private static final String OTHER_VILLAGE = "51.08.09.2001";

    @Autowired
    private CaseData data;

    @Autowired
    private Cases cases;

    @Autowired
    private Tallies tallies;

    @Autowired
    private Personas personas;

    @Autowired
    private TransactionTemplate transaction;

    private FamilyCase family(Round round, String key) {
        return cases.findByRosterKey(REGENCY, round.id(), key).orElseThrow();
    }

    @Test
    void givesEachFamilyANumberWithACheckDigitAndItsMembers() {
        Round round = data.openRound("BUKA-1");

        OpenedCases opened = data.open(
                round,
                List.of(
                        CaseData.family("a", VILLAGE, "I Wayan \\ Uji\t1"),
                        CaseData.family("b", OTHER_VILLAGE, "Ni Luh Uji")));

        assertThat(opened).isEqualTo(new OpenedCases(2, 0, 0, 0, 4));
        FamilyCase family = family(round, "a");
        assertThat(family.headName()).isEqualTo("I Wayan \\ Uji\t1");
        assertThat(family.state()).isEqualTo(CaseState.LISTED);
        assertThat(family.districtCode()).isEqualTo("51.08.05");
        assertThat(cases.findByNumber(REGENCY, family.number().text().replace("-", " ")))
                .contains(family);
        assertThat(cases.members(REGENCY, family.id()))
                .extracting(CaseMember::ordinal, CaseMember::relationship)
                .containsExactly(tuple(1, "Kepala Keluarga"), tuple(2, "Istri"));
        assertThat(tallies.byVillage(REGENCY, round.id(), new String[] {"51.08%"}))
                .extracting(village -> village.village() + " " + village.tally().total())
                .containsExactly(VILLAGE + " 1", OTHER_VILLAGE + " 1");
    }

    @Test
    void doublesNothingWhenTheSameFamiliesComeAgain() {
        Round round = data.openRound("BUKA-2");
        List<NewFamily> families = List.of(CaseData.family("a", VILLAGE, "Kepala A"));
        data.open(round, families);
        FamilyCase before = family(round, "a");

        assertThat(data.open(round, families)).isEqualTo(new OpenedCases(0, 0, 0, 1, 2));

        FamilyCase after = family(round, "a");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.rosterStatus()).isEqualTo("listed");
        assertThat(after.rosterReleaseId()).isNotEqualTo(before.rosterReleaseId());
    }

    @Test
    void keepsPeopleWhoseFamilyChangedAndMarksThoseWhoAreGone() {
        Round round = data.openRound("BUKA-3");
        LocalDate born = LocalDate.of(1970, 5, 1);
        data.open(
                round,
                List.of(new NewFamily(
                        "a",
                        VILLAGE,
                        "Kepala A",
                        "",
                        "",
                        null,
                        0,
                        List.of(
                                new NewMember(1, "Kepala A", "5108050105700001", "Kepala Keluarga", "L", born),
                                new NewMember(2, "Anak A", null, "Anak", "P", born)))));
        FamilyCase before = family(round, "a");
        List<CaseMember> members = cases.members(REGENCY, before.id());

        OpenedCases opened = data.open(
                round,
                List.of(new NewFamily(
                        "a",
                        OTHER_VILLAGE,
                        "Kepala A Baru",
                        "",
                        "",
                        null,
                        0,
                        List.of(
                                new NewMember(1, "Ibu A", null, "Istri", "P", born),
                                new NewMember(2, "Kepala A Baru", "5108050105700001", "Kepala Keluarga", "L", born)))));

        assertThat(opened.changed()).isEqualTo(1);
        FamilyCase after = family(round, "a");
        assertThat(after.rosterStatus()).isEqualTo("changed");
        assertThat(after.headName()).isEqualTo("Kepala A Baru");
        assertThat(cases.members(REGENCY, before.id()))
                .extracting(CaseMember::id, CaseMember::name, CaseMember::dropped)
                .contains(
                        tuple(members.get(0).id(), "Kepala A Baru", false),
                        tuple(members.get(1).id(), "Anak A", true))
                .hasSize(3);
        assertThat(tallies.byVillage(REGENCY, round.id(), new String[] {"51.08%"}).stream()
                        .filter(village -> village.tally().total() > 0))
                .extracting(Tallies.VillageTally::village)
                .containsExactly(OTHER_VILLAGE);
    }

    @Test
    void marksADroppedFamilyAndOneThatComesBack() {
        Round round = data.openRound("BUKA-4");
        List<NewFamily> families = List.of(CaseData.family("a", VILLAGE, "Kepala A"));
        data.open(round, families);

        Integer dropped = transaction.execute(
                status -> cases.markDropped(personas.actor("citra"), round.id(), List.of("a", "never seen")));

        assertThat(dropped).isEqualTo(1);
        assertThat(family(round, "a").rosterStatus()).isEqualTo("dropped");
        assertThat(data.open(round, families).returned()).isEqualTo(1);
        assertThat(family(round, "a").rosterStatus()).isEqualTo("returned");
    }

    @Test
    void takesMoreFamiliesThanOneBatch() {
        Round round = data.openRound("BUKA-5");
        List<NewFamily> families = IntStream.range(0, 10_001)
                .mapToObj(i -> CaseData.family("k" + i, VILLAGE, "Kepala " + i))
                .toList();

        assertThat(data.open(round, families).added()).isEqualTo(10_001);
        Set<UUID> ids = families.subList(4_990, 5_010).stream()
                .map(family -> family(round, family.familyKey()).id())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(20);
    }

    @Test
    void entersOnlyInsideTheTransactionOfTheCommit() {
        Round round = data.openRound("BUKA-6");

        assertThatThrownBy(() -> cases.openFromRoster(
                        round.id(),
                        Ids.next(),
                        personas.actor("citra"),
                        List.<NewFamily>of().iterator()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
