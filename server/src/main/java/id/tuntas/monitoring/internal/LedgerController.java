package id.tuntas.monitoring.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Page;
import id.tuntas.platform.StorageSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {

    /** @param actor name of the person; null for the system itself */
    record EntryView(
            UUID id,
            Instant at,
            @Nullable String actor,
            String verb,
            String subjectType,
            UUID subjectId,
            String leafHash,
            @Nullable Long block) {}

    /**
     * @param lastRoot hash of the newest block, which stands for everything before it
     * @param data folder that the command line verifies
     * @param verifiedAt when all of it was last recomputed; null until the first time, soon after the start
     * @param verified how many entries of all regencies there were then; nothing is said of later ones
     */
    record StateView(
            long entries,
            long blocks,
            @Nullable String lastRoot,
            String data,
            @Nullable Instant verifiedAt,
            @Nullable Boolean intact,
            @Nullable Long verified) {}

    private final Ledger ledger;
    private final SecretActs secretActs;
    private final LedgerCheck check;
    private final Accounts accounts;
    private final StorageSettings storage;

    LedgerController(
            Ledger ledger, SecretActs secretActs, LedgerCheck check, Accounts accounts, StorageSettings storage) {
        this.ledger = ledger;
        this.secretActs = secretActs;
        this.check = check;
        this.accounts = accounts;
        this.storage = storage;
    }

    /** The newest first; all entries of one subject at once. A page lacks the acts of a watch that still runs, except for who draws it. */
    @GetMapping
    Page<EntryView> list(
            Actor actor,
            @RequestParam @Nullable UUID subject,
            @RequestParam(name = "actor") @Nullable UUID by,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable UUID after) {
        actor.require(Verb.LEDGER_READ, actor.regencyCode());
        if (subject != null) {
            List<Entry> entries = ledger.of(actor.regencyCode(), subject).reversed().stream()
                    .filter(entry -> by == null || by.equals(entry.actorId()))
                    .toList();
            return new Page<>(views(actor, entries), null);
        }
        int size = Page.limit(limit);
        List<Entry> entries = ledger.latest(actor.regencyCode(), by, after, size + 1);
        Page<Entry> page = Page.of(entries, size, entry -> entry.id().toString());
        return new Page<>(views(actor, page.items()), page.next());
    }

    @GetMapping("/state")
    StateView state(Actor actor) {
        actor.require(Verb.LEDGER_READ, actor.regencyCode());
        Ledger.State state = ledger.state(actor.regencyCode());
        LedgerCheck.Result last = check.last();
        return new StateView(
                state.entries(),
                state.blocks(),
                state.lastHash(),
                storage.data().toAbsolutePath().normalize().toString(),
                last == null ? null : last.verifiedAt(),
                last == null ? null : last.intact(),
                last == null ? null : last.entries());
    }

    private List<EntryView> views(Actor actor, List<Entry> entries) {
        Map<UUID, String> names = accounts.names(
                actor.regencyCode(),
                entries.stream().map(Entry::actorId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return entries.stream()
                .filter(secretActs.toldTo(actor))
                .map(entry -> new EntryView(
                        entry.id(),
                        entry.at(),
                        entry.actorId() == null ? null : names.get(entry.actorId()),
                        entry.verb(),
                        entry.subjectType(),
                        entry.subjectId(),
                        entry.leafHash(),
                        entry.block()))
                .toList();
    }
}
