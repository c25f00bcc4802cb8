package id.tuntas.monitoring.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.HistoryProof;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That the ledger has a family's history as it was recorded, as the page says it and as a file shows it to others. */
@Component
class ProvenHistory {

    /**
     * @param entries how many there are, {@code waiting} how many of them stand in no block yet
     * @param intact each still gives the hash that it was recorded with
     * @param last hash of the ledger's newest block; null before the first
     * @param verifiedAt when the whole ledger, every block of it, was last recomputed; null until the first time, soon after the start
     * @param whole whether all of it fitted then
     */
    record State(
            int entries,
            long waiting,
            boolean intact,
            @Nullable String last,
            @Nullable Instant verifiedAt,
            @Nullable Boolean whole) {}

    private final Timeline timeline;
    private final Ledger ledger;
    private final LedgerCheck check;

    ProvenHistory(Timeline timeline, Ledger ledger, LedgerCheck check) {
        this.timeline = timeline;
        this.ledger = ledger;
        this.check = check;
    }

    State state(Actor actor, FamilyCase family) {
        List<Entry> entries = timeline.entries(actor, family);
        LedgerCheck.Result checked = check.last();
        return new State(
                entries.size(),
                entries.stream().filter(entry -> entry.block() == null).count(),
                ledger.intact(family.regencyCode(), ids(entries)),
                ledger.state(family.regencyCode()).lastHash(),
                checked == null ? null : checked.verifiedAt(),
                checked == null ? null : checked.intact());
    }

    /** What waits is sealed first. Throws {@link Refusal} 404 when nothing was recorded of the family. */
    @Transactional
    public HistoryProof handOut(Actor actor, FamilyCase family) {
        actor.require(Verb.CASE_READ, family.villageCode());
        ledger.seal(actor.regencyCode());
        HistoryProof proof = ledger.prove(
                        family.regencyCode(), family.id(), family.number().text(), ids(timeline.entries(actor, family)))
                .orElseThrow(Refusal::notFound);
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "case.history-taken",
                "case",
                family.id(),
                family.villageCode(),
                Map.of("entries", proof.entries().size()),
                proof.last().getBytes(StandardCharsets.US_ASCII)));
        return proof;
    }

    private static List<UUID> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }
}
