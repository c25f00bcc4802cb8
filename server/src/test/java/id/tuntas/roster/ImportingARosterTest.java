package id.tuntas.roster;

import static id.tuntas.testing.Personas.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Jobs.Job;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ImportingARosterTest {

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Rosters rosters;

    @Autowired
    private RosterRows rows;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseData data;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Personas personas;

    @Autowired
    private JdbcClient jdbc;

    private int casesOf(Round round) {
        return jdbc.sql("select count(*) from cases.family where round_id = :round")
                .param("round", round.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void opensACaseForEachFamilyOfACleanListOnlyOnceItIsCommitted() throws IOException {
        Round round = data.openRound("IMPOR-1");
        Path file = Deliveries.sample(60, 7, 0);

        RosterSummary checked = deliveries.checked(
                new RosterAbout(null, LocalDate.of(2023, 1, 31), "BAST/1/2023", null), Deliveries.file(file));

        assertThat(checked.state()).isEqualTo(RosterState.CHECKED);
        assertThat(checked.source()).isEqualTo("P3KE 2022");
        assertThat(checked.families()).isEqualTo(60);
        assertThat(checked.accepted()).isEqualTo(60);
        assertThat(checked.rejected()).isZero();
        assertThat(checked.members()).isGreaterThan(60);
        assertThat(checked.files().getFirst().sha256()).hasSize(64);
        assertThat(casesOf(round)).isZero();

        Job job = deliveries.committed(checked, "IMPOR-1");

        assertThat(job.state()).isEqualTo("done");
        assertThat(job.result().get("added").asInt()).isEqualTo(60);
        assertThat(casesOf(round)).isEqualTo(60);
        RosterSummary committed = rosters.get(deliveries.citra(), checked.id());
        assertThat(committed.state()).isEqualTo(RosterState.COMMITTED);
        assertThat(committed.committedBy()).isEqualTo("Citra");
        assertThat(committed.bastNumber()).isEqualTo("BAST/1/2023");
        FamilyCase family =
                cases.findByRosterKey(REGENCY, round.id(), "51080000000001").orElseThrow();
        assertThat(family.rosterReleaseId()).isEqualTo(checked.id());
        assertThat(family.hamlet()).startsWith("Banjar Dinas ");
        RosterFamily row =
                rows.of(REGENCY, checked.id(), "51080000000001", Locale.ENGLISH).orElseThrow();
        assertThat(row.headName()).isEqualTo(family.headName());
        assertThat(row.releasedOn()).isEqualTo(LocalDate.of(2023, 1, 31));
        assertThat(row.sheet()).isEqualTo("Keluarga");
        assertThat(row.values().getFirst())
                .isEqualTo(new RosterFamily.Value("family_id", "Family id", "51080000000001"));
        assertThat(row.indicators()).containsKeys("roof", "water", "pkh");
        assertThat(row.members()).hasSameSizeAs(cases.members(REGENCY, family.id()));
    }

    @Test
    void keepsOutWhatIsWrongAndMarksWhatIsDoubtful() throws IOException {
        Round round = data.openRound("IMPOR-2");

        RosterSummary checked = deliveries.checked(Deliveries.file(Deliveries.sample(200, 8, 0.3)));

        assertThat(checked.state()).isEqualTo(RosterState.CHECKED);
        assertThat(checked.rejected()).isPositive();
        assertThat(checked.accepted()).isEqualTo(checked.families() - checked.rejected());
        assertThat(checked.warned()).isBetween(1, checked.accepted());
        assertThatThrownBy(() -> rosters.commit(deliveries.citra(), checked.id(), "IMPOR-2", false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roster-rejects"));

        deliveries.committed(checked, "IMPOR-2");

        assertThat(casesOf(round)).isEqualTo(checked.accepted());
        assertThat(jdbc.sql("select count(*) from cases.family where round_id = :round and warnings > 0")
                        .param("round", round.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(checked.warned());
    }

    @Test
    void changesNothingWhenTheSameFilesComeTwice() throws IOException {
        Round round = data.openRound("IMPOR-3");
        Path file = Deliveries.sample(40, 9, 0);
        deliveries.committed(deliveries.checked(Deliveries.file(file)), "IMPOR-3");
        int versions = versions(round);

        RosterSummary again = deliveries.checked(Deliveries.file(file));
        Job job = deliveries.committed(again, "IMPOR-3");

        assertThat(job.result().get("unchanged").asInt()).isEqualTo(40);
        assertThat(job.result().get("added").asInt()).isZero();
        assertThat(job.result().get("changed").asInt()).isZero();
        assertThat(casesOf(round)).isEqualTo(40);
        assertThat(versions(round)).isEqualTo(versions);
    }

    private int versions(Round round) {
        return jdbc.sql("select sum(version) from cases.family where round_id = :round")
                .param("round", round.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void answersARepeatedCommitWithTheSameJob() throws IOException {
        data.openRound("IMPOR-4");
        data.openRound("IMPOR-5");
        RosterSummary checked = deliveries.checked(Deliveries.file(Deliveries.sample(5, 10, 0)));
        Job first = deliveries.committed(checked, "IMPOR-4");

        assertThat(rosters.commit(deliveries.citra(), checked.id(), "IMPOR-4", true))
                .isEqualTo(first.id());
        assertThatThrownBy(() -> rosters.commit(deliveries.citra(), checked.id(), "IMPOR-5", true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roster-committed"));
    }

    @Test
    void recordsEveryActWithoutANameOrANumberOfAPerson() throws IOException {
        data.openRound("IMPOR-6");
        RosterSummary checked = deliveries.checked(Deliveries.file(Deliveries.sample(5, 11, 0)));
        deliveries.committed(checked, "IMPOR-6");

        assertThat(ledger.of(REGENCY, checked.id()))
                .extracting(Entry::verb)
                .containsExactly("roster.uploaded", "roster.committed");
        assertThat(ledger.of(REGENCY, checked.id()).getLast().detail())
                .containsEntry("added", 5)
                .containsEntry("files", List.of(checked.files().getFirst().sha256()));
    }

    @Test
    void isForWhoMayImport() {
        assertThatThrownBy(() ->
                        rosters.get(personas.actor("budi"), deliveries.citra().id()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("forbidden"));
    }
}
