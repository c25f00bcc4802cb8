package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.access.Verb;
import id.tuntas.decrees.AnnexProof;
import id.tuntas.decrees.Decrees.Amendment;
import id.tuntas.decrees.internal.Amending.Amended;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.ledger.SealedEntry;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of a decree as it leaves the house: as a paper, as a workbook, and as a proof about one family. */
@Component
class Annexes {

    private static final String EVERYWHERE = "%";
    private static final String SIGNING = "signing";
    private static final String PROVING = "proving";

    private final DraftQueries drafts;
    private final Amending amending;
    private final DecreeQueries queries;
    private final AnnexRows rows;
    private final Rounds rounds;
    private final Ledger ledger;
    private final BusinessClock clock;

    Annexes(
            DraftQueries drafts,
            Amending amending,
            DecreeQueries queries,
            AnnexRows rows,
            Rounds rounds,
            Ledger ledger,
            BusinessClock clock) {
        this.drafts = drafts;
        this.amending = amending;
        this.queries = queries;
        this.rows = rows;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param did what this decree did, and {@code list} what is in force from it on; by number
     */
    record Annex(Round round, Locked decree, List<Line> did, List<Line> list) {}

    private Annex get(Actor actor, String roundCode, int ordinal) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        return queries.decrees(actor.regencyCode(), round.id()).stream()
                .filter(decree -> decree.ordinal() == ordinal)
                .findFirst()
                .map(decree -> annex(actor, round, decree))
                .orElseThrow(Refusal::notFound);
    }

    /** The day that is asked about, today without one. Throws {@link Refusal} 422 for one to come: its list is not settled. */
    static LocalDate asOf(@Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            throw Refusal.invalid("/on", "decree-day-late");
        }
        return day == null ? today : day;
    }

    /** Of the decree that held on a day. Throws {@link Refusal} 404 before the first. */
    private Annex on(Actor actor, String roundCode, LocalDate day) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        return queries.findOn(actor.regencyCode(), round.id(), day)
                .map(decree -> annex(actor, round, decree))
                .orElseThrow(Refusal::notFound);
    }

    private Annex annex(Actor actor, Round round, Locked decree) {
        return new Annex(
                round,
                decree,
                queries.lines(actor.regencyCode(), decree.id()),
                queries.inForce(actor.regencyCode(), round.id(), decree.ordinal(), EVERYWHERE));
    }

    /**
     * The list of a draft that waits for its signature.
     *
     * @param tag of the draft, as its page shows it
     */
    record DraftAnnex(Round round, LocalDate asOf, List<Line> list, String tag) {}

    /** Whether a draft goes to its signature by this person, which says what for: who locks it and who runs the round. */
    static boolean prepares(Actor actor) {
        return actor.may(Verb.DECREE_LOCK, actor.regencyCode())
                || actor.may(Verb.DELIBERATION_REOPEN, actor.regencyCode());
    }

    /**
     * Hands out what the regent is to sign, and records it.
     *
     * @param purpose for which it is wanted; needless where the draft {@link #prepares goes to its signature}
     * @throws Refusal 409 decree-locked when the round has its decree; 409 nothing-to-decree for an empty list; 422 without a purpose
     */
    @Transactional
    public DraftAnnex handOutDraft(Actor actor, String roundCode, @Nullable String purpose) {
        actor.require(Verb.CASE_READ, actor.regencyCode());
        Round round = rounds.get(actor.regencyCode(), roundCode);
        if (!queries.decrees(actor.regencyCode(), round.id()).isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "decree-locked");
        }
        String wanted = prepares(actor) ? SIGNING : Purpose.wanted(purpose).key();
        Draft draft = Draft.of(drafts.candidates(actor, Verb.CASE_READ, round.id()));
        if (draft.list().isEmpty()) {
            throw new Refusal(HttpStatus.CONFLICT, "nothing-to-decree");
        }
        List<Line> list =
                draft.list().stream().map(family -> rows.line(family, "")).toList();
        record(
                actor,
                "round",
                round.id(),
                Map.of("families", list.size(), "form", "draft", "purpose", wanted),
                draft.tag());
        return new DraftAnnex(round, clock.today(), list, draft.tag());
    }

    /** The same of an amendment. */
    record AmendmentAnnex(Round round, LocalDate asOf, Amended amended) {}

    /**
     * Hands out the amendment that the regent is to sign, and records it.
     *
     * @throws Refusal as for the amendment itself
     */
    @Transactional
    public AmendmentAnnex handOutAmendment(Actor actor, String roundCode, Amendment amendment) {
        actor.require(Verb.DECREE_LOCK, actor.regencyCode());
        Round round = rounds.get(actor.regencyCode(), roundCode);
        Amended amended = amending.of(actor, round, amendment);
        record(
                actor,
                "round",
                round.id(),
                Map.of("families", amended.list().size(), "form", "draft", "purpose", SIGNING),
                amended.tag());
        return new AmendmentAnnex(round, clock.today(), amended);
    }

    /** Hands out the paper of one decree, and records for what. Throws {@link Refusal} 404 when the round has no such decree. */
    @Transactional
    public Annex handOut(Actor actor, String roundCode, int ordinal, Purpose purpose) {
        actor.require(Verb.CASE_READ, actor.regencyCode());
        return record(actor, get(actor, roundCode, ordinal), "paper", purpose);
    }

    /** Hands out the signed paper of one decree, as its SHA-256, and records for what. Throws {@link Refusal} 404 as for the paper. */
    @Transactional
    public String handOutScan(Actor actor, String roundCode, int ordinal, Purpose purpose) {
        actor.require(Verb.CASE_READ, actor.regencyCode());
        return record(actor, get(actor, roundCode, ordinal), "signed", purpose)
                .decree()
                .scan();
    }

    /**
     * Hands out the workbook of a day, and records for what.
     *
     * @param clear with everybody's numbers in clear, for who may see them
     * @throws Refusal 404 before the first decree; 422 for a day to come
     */
    @Transactional
    public Annex handOut(Actor actor, String roundCode, @Nullable LocalDate day, boolean clear, Purpose purpose) {
        actor.require(clear ? Verb.NIK_UNMASK : Verb.CASE_READ, actor.regencyCode());
        return record(
                actor, on(actor, roundCode, asOf(day, clock.today())), clear ? "workbook" : "workbook-masked", purpose);
    }

    private Annex record(Actor actor, Annex annex, String form, Purpose purpose) {
        Locked decree = annex.decree();
        record(
                actor,
                "decree",
                decree.id(),
                Map.of(
                        "ordinal",
                        decree.ordinal(),
                        "families",
                        annex.list().size(),
                        "form",
                        form,
                        "purpose",
                        purpose.key()),
                decree.root());
        return annex;
    }

    private void record(Actor actor, String of, UUID id, Map<String, Object> detail, String hash) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "decree.exported",
                of,
                id,
                actor.regencyCode(),
                detail,
                hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether a family was on the list on a day; recorded, since it holds the family's row. Throws {@link Refusal} as for the workbook of a day. */
    @Transactional
    public AnnexProof prove(Actor actor, String roundCode, String number, @Nullable LocalDate day) {
        LocalDate on = asOf(day, clock.today());
        Annex annex = on(actor, roundCode, on);
        Locked decree = annex.decree();
        AnnexProof proof = AnnexProof.of(
                annex.round().code(),
                decree.head(),
                on,
                annex.list().stream().map(Line::row).toList(),
                number,
                lockingOf(actor.regencyCode(), decree));
        record(
                actor,
                "decree",
                decree.id(),
                Map.of(
                        "ordinal",
                        decree.ordinal(),
                        "families",
                        proof.listed() ? 1 : 0,
                        "form",
                        "proof",
                        "purpose",
                        PROVING),
                decree.root());
        return proof;
    }

    /** The ledger's entry of a decree in its block; sealed now if it waits still. */
    SealedEntry lockingOf(String regencyCode, Locked decree) {
        UUID entry = ledger.of(regencyCode, decree.id()).getFirst().id();
        return ledger.findSealed(regencyCode, entry)
                .or(() -> {
                    ledger.seal(regencyCode);
                    return ledger.findSealed(regencyCode, entry);
                })
                .orElseThrow();
    }
}
