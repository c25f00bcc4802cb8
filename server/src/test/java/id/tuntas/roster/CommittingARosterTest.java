package id.tuntas.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.tuntas.platform.Jobs.Job;
import id.tuntas.rounds.Round;
import id.tuntas.testing.CaseData;
import id.tuntas.testing.Personas;
import id.tuntas.testing.ServerTest;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class CommittingARosterTest {

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Rosters rosters;

    @Autowired
    private CaseData data;

    @Autowired
    private JdbcClient jdbc;

    /** The database breaks off the commit after the families and before their first step. */
    private void breakOff(Round round) {
        jdbc.sql("""
                create function cases.break_off() returns trigger language plpgsql as
                $$ begin raise exception 'broken off'; end $$
                """).update();
        jdbc.sql("create trigger break_off before insert on cases.step for each row when (new.round_id = '" + round.id()
                        + "') execute function cases.break_off()")
                .update();
    }

    private void letItPass() {
        jdbc.sql("drop trigger break_off on cases.step").update();
        jdbc.sql("drop function cases.break_off").update();
    }

    private int count(String table, Round round) {
        return jdbc.sql("select count(*) from " + table + " where round_id = :round")
                .param("round", round.id())
                .query(Integer.class)
                .single();
    }

    private void awaitARetry(UUID job) {
        boolean failedOnce = false;
        while (!failedOnce) {
            failedOnce = jdbc.sql(
                            "select attempts > 0 and state = 'queued' from platform.job where regency_code = :regency and id = :id")
                    .param("regency", Personas.REGENCY)
                    .param("id", job)
                    .query(Boolean.class)
                    .single();
            Thread.onSpinWait();
        }
    }

    @Test
    void leavesNothingHalfDoneWhenItIsBrokenOffAndIsDoneAgainByItself() throws IOException {
        Round round = data.openRound("SAH-1");
        RosterSummary checked = deliveries.checked(Deliveries.file(Deliveries.sample(50, 41, 0)));
        UUID job;
        breakOff(round);
        try {
            job = rosters.commit(deliveries.citra(), checked.id(), round.code(), true);
            awaitARetry(job);

            assertThat(count("cases.family", round)).isZero();
            assertThat(count("cases.village_tally", round)).isZero();
            assertThat(count("roster.standing", round)).isZero();
            assertThat(rosters.get(deliveries.citra(), checked.id()).state()).isEqualTo(RosterState.COMMITTING);
        } finally {
            letItPass();
        }

        Job done = deliveries.await(job);

        assertThat(done.state()).isEqualTo("done");
        assertThat(count("cases.family", round)).isEqualTo(50);
        assertThat(rosters.get(deliveries.citra(), checked.id()).state()).isEqualTo(RosterState.COMMITTED);
    }

    @Test
    void neverLetsACommittedReleaseChange() throws IOException {
        Round round = data.openRound("SAH-2");
        RosterSummary checked = deliveries.checked(Deliveries.file(Deliveries.sample(5, 42, 0)));
        deliveries.committed(checked, round.code());

        for (String change : new String[] {
            "update roster.release set source = 'x' where id = '" + checked.id() + "'",
            "delete from roster.family where release_id = '" + checked.id() + "'",
            "delete from roster.member where release_id = '" + checked.id() + "'",
            "delete from roster.file where release_id = '" + checked.id() + "'"
        }) {
            assertThat(catchThrowable(() -> jdbc.sql(change).update()))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("never change");
        }
    }
}
