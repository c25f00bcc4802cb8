package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.decrees.AnnexProof;
import id.tuntas.decrees.Decrees;
import id.tuntas.decrees.internal.Amending.Amended;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.evidence.Evidence;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DecreeDesk implements Decrees {

    private final DraftQueries drafts;
    private final DecreeQueries queries;
    private final DecreeStore store;
    private final Amending amending;
    private final AnnexRows rows;
    private final Rounds rounds;
    private final Evidence evidence;
    private final Ledger ledger;
    private final BusinessClock clock;

    DecreeDesk(
            DraftQueries drafts,
            DecreeQueries queries,
            DecreeStore store,
            Amending amending,
            AnnexRows rows,
            Rounds rounds,
            Evidence evidence,
            Ledger ledger,
            BusinessClock clock) {
        this.drafts = drafts;
        this.queries = queries;
        this.store = store;
        this.amending = amending;
        this.rows = rows;
        this.rounds = rounds;
        this.evidence = evidence;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Standing standing(Actor actor, String roundCode) {
        actor.require(Verb.CASE_READ);
        Round round = rounds.get(actor.regencyCode(), roundCode);
        Draft draft = Draft.of(drafts.candidates(actor, Verb.CASE_READ, round.id()));
        return new Standing(
                draft.tag(),
                draft.list().size(),
                heldBack(actor, round, draft),
                !queries.decrees(actor.regencyCode(), round.id()).isEmpty());
    }

    private boolean heldBack(Actor actor, Round round, Draft draft) {
        return !draft.pending().isEmpty() || drafts.open(actor, round.id()).any();
    }

    @Override
    @Transactional
    public UUID lock(Actor actor, String roundCode, SignedPaper paper, String seen, String despite) {
        actor.require(Verb.DECREE_LOCK, actor.regencyCode());
        Round round = rounds.get(actor.regencyCode(), roundCode);
        if (!queries.decrees(actor.regencyCode(), round.id()).isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "decree-locked");
        }
        Draft draft = Draft.of(drafts.candidates(actor, Verb.DECREE_LOCK, round.id()));
        if (draft.list().isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "nothing-to-decree");
        }
        if (!draft.tag().equals(seen)) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        boolean heldBack = heldBack(actor, round, draft);
        PaperCheck.require(paper, PaperCheck.earliest(round.opens(), draft.list().stream()), clock.today());
        PaperCheck.requireReason("/despite", despite, heldBack);
        List<Line> lines = draft.list().stream()
                .map(family -> rows.line(family, ""))
                .sorted(Amending.BY_NUMBER)
                .toList();
        return lock(actor, round, 1, paper, despite, lines, lines);
    }

    @Override
    @Transactional
    public UUID amend(Actor actor, String roundCode, SignedPaper paper, String seen, Amendment amendment) {
        actor.require(Verb.DECREE_LOCK, actor.regencyCode());
        Round round = rounds.get(actor.regencyCode(), roundCode);
        Amended amended = amending.of(actor, round, amendment);
        if (seen.isEmpty()) {
            throw Refusal.invalid("/draft", "not-printed");
        }
        if (!seen.equals(amended.tag())) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        PaperCheck.require(paper, amended.earliest(), clock.today());
        return lock(actor, round, amendment.after() + 1, paper, "", amended.did(), amended.list());
    }

    /** @param inForce the list from this decree on, by number */
    private UUID lock(
            Actor actor,
            Round round,
            int ordinal,
            SignedPaper paper,
            String despite,
            List<Line> lines,
            List<Line> inForce) {
        evidence.registerSigned(actor.regencyCode(), paper.scan(), "/scan");
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        AnnexProof.Head head = new AnnexProof.Head(
                AnnexProof.Head.NEWEST, ordinal, paper.number(), paper.decidedOn(), BusinessClock.dayOf(now));
        Locked decree = new Locked(
                Ids.next(),
                round.id(),
                ordinal,
                head.number(),
                head.decidedOn(),
                paper.scan().sha256(),
                despite.strip(),
                inForce.size(),
                inForce.stream().mapToInt(line -> rows.read(line).persons()).sum(),
                AnnexProof.root(head, inForce.stream().map(Line::row).toList()),
                actor.id(),
                now,
                head.holdsFrom(),
                head.version());
        byte[] annex = store.insert(actor, decree, lines);
        if (annex == null) {
            throw queries.decrees(actor.regencyCode(), round.id()).size() < ordinal
                    ? Refusal.invalid("/number", "decree-number-taken")
                    : new Refusal(HttpStatus.PRECONDITION_FAILED, "stale");
        }
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                AnnexProof.LOCKED,
                "decree",
                decree.id(),
                actor.regencyCode(),
                Map.of(
                        "round",
                        round.code(),
                        "ordinal",
                        ordinal,
                        "families",
                        decree.families(),
                        "persons",
                        decree.persons(),
                        "root",
                        decree.root()),
                annex));
        ledger.record(lines.stream().map(line -> act(actor, decree, line)).toList());
        return decree.id();
    }

    private Act act(Actor actor, Locked decree, Line line) {
        return new Act(
                actor.regencyCode(),
                actor.id(),
                "decree." + line.effect().key(),
                "case",
                line.familyId(),
                rows.read(line).village(),
                Map.of("ordinal", decree.ordinal(), "decree", decree.id().toString()),
                line.content().getBytes(StandardCharsets.UTF_8));
    }
}
