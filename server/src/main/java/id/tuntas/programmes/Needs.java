package id.tuntas.programmes;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each extremely poor family lacks: proposed by its answers, said by a person. */
public interface Needs {

    /**
     * The village of an extremely poor family.
     *
     * @throws id.tuntas.platform.Refusal 404 unless it is one and lies where the actor may do this
     */
    String villageOf(Actor actor, Verb verb, UUID caseId);

    /** Throws {@link id.tuntas.platform.Refusal} 404 unless the actor may read the family and it is, or was before a decree struck it, extremely poor. */
    void requireKnown(Actor actor, UUID caseId);

    /** What all extremely poor families lack, where the actor may do this; by village and number. */
    List<OpenNeeds> open(Actor actor, Verb verb);

    /** @param needs confirmed, or proposed by the answers and not declined; empty for a family that lacks nothing */
    record OpenNeeds(UUID caseId, String number, String name, String village, Set<Need> needs) {}

    /** What fits the open needs of all extremely poor families, where the actor may do this; only programmes that are offered now. */
    List<FittingFamily> fitting(Actor actor, Verb verb);

    /**
     * @param people who live there
     * @param spendingEach rupiah a head and month; null when the visit does not tell
     * @param needs open ones, and whether a person has confirmed each
     * @param fits programmes whose conditions all hold, and how many units it takes of each
     * @param untold programmes of which the answers do not tell
     */
    record FittingFamily(
            UUID caseId,
            String village,
            int people,
            @Nullable Long spendingEach,
            Map<Need, Boolean> needs,
            Map<UUID, Integer> fits,
            Set<UUID> untold) {}

    /**
     * The active programmes whose rules a family fits, by each of its open needs.
     *
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region or when the family is not extremely poor
     */
    Map<Need, List<UUID>> fitting(Actor actor, UUID caseId);

    /**
     * How many units of a programme a family takes: one, or as many as it has people whom the rule fits where the programme counts persons.
     *
     * @throws id.tuntas.platform.Refusal 404 where it counts persons, unless the family is extremely poor and lies where the actor may do this
     */
    int units(Actor actor, Verb verb, UUID caseId, Programme programme);

    /**
     * Whether a programme's rule says that it does not fit a family; where the answers do not tell, it does not say so.
     *
     * @throws id.tuntas.platform.Refusal 404 unless the family is extremely poor and lies where the actor may do this
     */
    boolean isRuledOut(Actor actor, Verb verb, UUID caseId, Programme programme);

    /** Whether a person's last word on a need of a family is that there is none. */
    boolean isDeclined(String regencyCode, UUID caseId, Need need);

    /**
     * Records a person's word on a need, whatever the answers propose; an earlier word stays beside it.
     *
     * @param reason why; must be given when the word goes against the proposal
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region or when the family is not extremely poor; 409 need-decided when
     *     the last word says the same; 422 without a reason that is needed
     */
    void decide(Actor actor, UUID caseId, Need need, boolean confirmed, String reason);
}
