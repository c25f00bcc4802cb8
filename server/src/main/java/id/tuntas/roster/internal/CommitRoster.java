package id.tuntas.roster.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.Cases;
import id.tuntas.cases.OpenedCases;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.JobHandler;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.roster.RosterState;
import id.tuntas.roster.RosterSummary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The job that brings a checked release into the cases: one transaction, so that a server killed half-way leaves nothing half done. */
@Component
class CommitRoster implements JobHandler {

    static final String KIND = "roster.commit";

    private static final String STAGE = "commit";
    private static final int DROPPED_AT_ONCE = 5_000;

    record Payload(UUID releaseId, UUID roundId, UUID actorId) {}

    /** Families by what was done to their cases; {@code members} counts people. */
    record Done(int added, int changed, int returned, int unchanged, int dropped, int members) {}

    private final ReleaseStore releases;
    private final ReleaseComparison comparison;
    private final Cases cases;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Json json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CommitRoster(
            ReleaseStore releases,
            ReleaseComparison comparison,
            Cases cases,
            Accounts accounts,
            Ledger ledger,
            Json json,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.comparison = comparison;
        this.cases = cases;
        this.accounts = accounts;
        this.ledger = ledger;
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable Object run(String regencyCode, UUID jobId, JsonNode payload, Progress progress) {
        UUID releaseId = UUID.fromString(payload.get("releaseId").asString());
        UUID roundId = UUID.fromString(payload.get("roundId").asString());
        UUID actorId = UUID.fromString(payload.get("actorId").asString());
        try {
            return transaction.execute(status -> {
                Release release = releases.lock(regencyCode, releaseId)
                        .filter(one -> one.state() == RosterState.COMMITTING && jobId.equals(one.jobId()))
                        .orElse(null);
                return release == null
                        ? null
                        : commit(release, roundId, accounts.actor(regencyCode, actorId), progress);
            });
        } catch (Refusal refusal) {
            transaction.executeWithoutResult(status -> releases.setState(regencyCode, releaseId, RosterState.CHECKED));
            throw refusal;
        }
    }

    private Done commit(Release release, UUID roundId, Actor actor, Progress progress) {
        actor.require(Verb.ROSTER_COMMIT, release.regencyCode());
        holdRound(release, roundId);
        if (!Objects.equals(comparison.newest(release.regencyCode(), roundId).orElse(null), release.comparedTo())) {
            throw new Refusal(HttpStatus.CONFLICT, "roster-comparison-changed");
        }
        long total = release.accepted();
        OpenedCases opened = cases.openFromRoster(
                roundId,
                release.id(),
                actor,
                new ListedFamilies(jdbc, release, done -> progress.at(STAGE, done, total)));
        progress.at(STAGE, total, total);
        int dropped = drop(release, roundId, actor);
        moveStanding(release, roundId);
        Done done = new Done(
                opened.added(), opened.changed(), opened.returned(), opened.unchanged(), dropped, opened.members());
        record(release, roundId, actor, done);
        releases.committed(release, roundId, actor.id());
        return done;
    }

    /** Two releases of one round come in one after the other. */
    private void holdRound(Release release, UUID roundId) {
        jdbc.sql("select id from rounds.round where regency_code = :regency and id = :round for no key update")
                .param("regency", release.regencyCode())
                .param("round", roundId)
                .query(UUID.class)
                .single();
    }

    private int drop(Release release, UUID roundId, Actor actor) {
        List<String> keys = jdbc.sql("""
                select family_key from roster.difference where regency_code = :regency and release_id = :id and kind = 'dropped'
                order by family_key
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .query(String.class)
                .list();
        int dropped = 0;
        for (int from = 0; from < keys.size(); from += DROPPED_AT_ONCE) {
            dropped += cases.markDropped(
                    actor, roundId, keys.subList(from, Math.min(keys.size(), from + DROPPED_AT_ONCE)));
        }
        return dropped;
    }

    private void moveStanding(Release release, UUID roundId) {
        jdbc.sql("""
                update roster.standing s set listed = false from roster.difference d
                where d.regency_code = :regency and d.release_id = :id and d.kind = 'dropped'
                    and s.regency_code = d.regency_code and s.round_id = :round and s.family_key = d.family_key
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("round", roundId)
                .update();
        jdbc.sql("""
                insert into roster.standing (regency_code, round_id, family_key, release_id, first_release_id, listed)
                select regency_code, :round, family_key, release_id, release_id, true from roster.family
                where regency_code = :regency and release_id = :id
                on conflict (regency_code, round_id, family_key) do update set release_id = excluded.release_id, listed = true
                """)
                .param("round", roundId)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .update();
    }

    private void record(Release release, UUID roundId, Actor actor, Done done) {
        List<String> hashes =
                release.files().stream().map(RosterSummary.File::sha256).toList();
        Map<String, Object> detail = Map.of(
                "round", roundId.toString(),
                "files", hashes,
                "families", release.accepted(),
                "rejected", release.rejected(),
                "added", done.added(),
                "changed", done.changed(),
                "returned", done.returned(),
                "dropped", done.dropped());
        ledger.record(new Act(
                release.regencyCode(),
                actor.id(),
                "roster.committed",
                "roster",
                release.id(),
                release.regencyCode(),
                detail,
                json.write(detail).getBytes(StandardCharsets.UTF_8)));
    }
}
