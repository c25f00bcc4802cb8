package id.tuntas.visits;

import id.tuntas.access.Actor;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The visits of a regency. A post is kept before its sender is answered, and interpreted afterwards: the answers become a visit, the visit
 * a step of its family. Nothing an officer sent is lost or refused for its content.
 */
public interface Visits {

    /** Largest post, and largest sum of the files of one instance's post. */
    long MAX_POST = 100L * 1024 * 1024;

    /** Keeps a post; when this returns, it is on disk and committed. */
    IntakeOutcome submit(Actor officer, Submission submission);

    /** Interprets what waits, in the caller's thread, until nothing waits any more; for the demo's seeding and for tests. */
    void interpretWaiting();

    Optional<VisitDetail> find(String regencyCode, UUID visitId);

    Optional<VisitSummary> findSummary(String regencyCode, UUID visitId);

    /** Whether a visit has a conflict of this kind that nobody has resolved. */
    boolean hasConflict(String regencyCode, UUID visitId, ConflictCode code);

    /** All visits of a family that the actor may know of, superseded ones too, oldest first; whether he may read the family is the caller's. */
    List<VisitSummary> ofCase(Actor actor, UUID caseId);

    /**
     * Other visits that show a photo of this one and whose {@link VisitSummary#borrowedPhotos()} may hang on it: not those that share the
     * photo with a third family anyway.
     */
    List<UUID> showingSamePhotos(String regencyCode, UUID visitId);

    /** Visits that the actor may see, newest first; an officer sees his own. */
    Page<VisitSummary> list(Actor actor, VisitFilter filter);

    /**
     * The visit goes back to its officer, whose work list shows the reason and the fields. The marks hold the row until the transaction ends; the family's step and the ledger's entry are
     * the caller's. A visit in conflict stands for its family from then on: its conflicts are resolved, the case is moved to visited and
     * another waiting visit is superseded, all before this returns.
     *
     * @throws id.tuntas.platform.Refusal 412 stale when the row has another version; 409 already-decided unless it is undecided; 409
     *     visit-without-case when it names no family; 409
     *     visit-without-contact when a visit in conflict does not say what was met
     */
    VisitSummary markReturned(Actor actor, UUID visitId, int version, String reason, List<String> fields);

    /**
     * An approved visit goes back to its officer all the same; what its review decided stays on record. The family's step and the ledger's
     * entry are the caller's.
     *
     * @throws id.tuntas.platform.Refusal 409 not-approved otherwise
     */
    VisitSummary markSentBack(Actor actor, UUID visitId, String reason);

    /** As {@link #markReturned}; the visit counts, with this finding. */
    VisitSummary markApproved(Actor actor, UUID visitId, int version, @Nullable Finding confirmed);

    /** As {@link #markReturned}; a visit in conflict stays without its family: {@code current} tells whether the case has a step to take. */
    VisitSummary markRejected(Actor actor, UUID visitId, int version);

    /**
     * Gives a visit that names no family the one that it was paid to. From then on it is as if it had named it: it waits for its review,
     * or is held back by what else does not fit. The ledger's entry is the caller's.
     *
     * @throws id.tuntas.platform.Refusal 412 stale when the row has another version; 409 already-decided unless it is undecided; 409
     *     visit-with-case when it has a family
     */
    VisitSummary match(Actor actor, UUID visitId, int version, UUID caseId);

    /** @param conflict only visits with this open conflict; {@code any} for whatever conflict */
    record VisitFilter(
            @Nullable String instanceId,
            @Nullable ReceiptNumber receipt,
            @Nullable UUID roundId,
            @Nullable VisitState state,
            @Nullable String conflict,
            @Nullable String after,
            int limit) {}
}
