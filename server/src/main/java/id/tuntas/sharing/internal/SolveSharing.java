package id.tuntas.sharing.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.JobHandler;
import id.tuntas.platform.Json;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.sharing.SharingState;
import id.tuntas.sharing.internal.SharingStore.Plan;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Works out what to give whom. A job that died begins anew and comes to the same. */
@Component
class SolveSharing implements JobHandler {

    static final String KIND = "sharing.solve";

    private static final String STAGE = "sharing";

    private final SharingStore store;
    private final InputReader reader;
    private final Sharer sharer;
    private final Accounts accounts;
    private final Rounds rounds;
    private final Ledger ledger;
    private final Json json;
    private final TransactionTemplate transaction;

    SolveSharing(
            SharingStore store,
            InputReader reader,
            Sharer sharer,
            Accounts accounts,
            Rounds rounds,
            Ledger ledger,
            Json json,
            TransactionTemplate transaction) {
        this.store = store;
        this.reader = reader;
        this.sharer = sharer;
        this.accounts = accounts;
        this.rounds = rounds;
        this.ledger = ledger;
        this.json = json;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable Object run(String regencyCode, UUID jobId, JsonNode payload, Progress progress) {
        UUID id = UUID.fromString(payload.get("plan").asString());
        Actor actor = accounts.actor(
                regencyCode, UUID.fromString(payload.get("askedBy").asString()));
        Plan plan = store.find(regencyCode, id).orElseThrow();
        Round round = rounds.find(regencyCode, plan.roundId()).orElseThrow();
        progress.at(STAGE, 0, (long) Sharer.LEGS);
        Inputs inputs = reader.read(actor, round, plan.terms());
        Allotment solved = sharer.solve(
                inputs.allotment(store.choices(regencyCode, id), true),
                plan.terms().seed(),
                leg -> progress.at(STAGE, leg, (long) Sharer.LEGS));
        transaction.executeWithoutResult(status -> keep(actor, jobId, id, inputs, solved));
        return null;
    }

    private void keep(Actor actor, UUID jobId, UUID id, Inputs inputs, Allotment solved) {
        Plan now = store.lock(actor.regencyCode(), id).orElseThrow();
        if (now.state() != SharingState.SOLVING || !now.jobId().equals(jobId)) {
            return;
        }
        store.keep(actor.regencyCode(), id, inputs, solved.shares());
        String digest = inputs.digest(json);
        String score = String.valueOf(solved.score());
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "sharing.proposed",
                "sharing",
                id,
                actor.regencyCode(),
                Map.of("inputs", digest, "score", score),
                (digest + ' ' + score).getBytes(StandardCharsets.UTF_8)));
    }
}
