package id.tuntas.interventions;

import id.tuntas.access.Actor;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programmes asked for families, and what their agencies answer. Every step is an entry of the ledger. */
public interface Interventions {

    /**
     * Asks a programme's agency to give it to a family.
     *
     * @param reason why it is asked for although the programme's rule says that it does not fit, or the family has received it and its term is
     *     not over; kept with it
     * @return its id
     * @throws id.tuntas.platform.Refusal 404 outside the actor's region, for a family that is not extremely poor or a programme that is not
     *     there; 409 programme-paused, need-not-served when the programme does not serve the need, need-declined
     *     when a person has said that the family does not have it, intervention-there when it was asked already,
     *     quota-full or budget-full when fewer units or less money of this year and area is left than the family takes,
     *     intervention-received when the family has received it, its term is not over and no reason is given,
     *     intervention-clash when the family was asked for in a programme that may not come together with this one; 422
     *     without a reason against the rule
     */
    UUID propose(Actor actor, UUID caseId, UUID programmeId, Need need, String reason);

    /**
     * The agency's next word.
     *
     * @throws id.tuntas.platform.Refusal 404 for one that is not the actor's agency's, or not of his region; 412 stale; 409
     *     intervention-step when no such step leads on, quota-full or budget-full as for {@link #propose} when a plan moves to another year; 422 for a delivery, which {@link #deliver} takes, or without the day or the reason that it
     *     needs, and for a day that has passed or lies after the next budget year
     */
    void step(Actor actor, UUID id, int version, Step step);

    /**
     * Says that it was given, with what shows it; final for the agency.
     *
     * @throws id.tuntas.platform.Refusal as {@link #step}; 422 for a day that has not come, is long ago or lies before the request, without any proof, or with a
     *     file that is none
     */
    void deliver(Actor actor, UUID id, int version, Delivery delivery);

    /**
     * Takes back what was said by mistake, which stays in the history: a request, by who made it or the regency's office, while its agency has not
     * planned it; what an officer said of a delivery, by the office, so that his word is waited for again.
     *
     * @param reason why
     * @throws id.tuntas.platform.Refusal 404 for one that is not the actor's to take back; 412 stale; 409 intervention-step when there is
     *     nothing to take back, intervention-there when the programme was asked for again since, intervention-graduated when the family
     *     graduated by what it received; 422 without a reason
     */
    void withdraw(Actor actor, UUID id, int version, String reason);

    /** Everything that was ever asked and not withdrawn, with what became of it. */
    List<Request> requests(String regencyCode);

    /** This year's quotas, and how much of each is drawn on. */
    List<QuotaUse> quotas(String regencyCode);

    /**
     * @param serves needs that its programme serves
     * @param askedOn the day it was asked for, whatever its agency said since
     * @param againFrom the first day on which the programme may be asked for again without a reason; null unless it was received
     * @param excludes whether programmes that may not come together with it are refused because of it
     * @param year whose quota it draws on
     * @param units that it asks for
     * @param amount rupiah as planned or delivered, else what its units cost; null when neither is known
     */
    record Request(
            UUID caseId,
            UUID programmeId,
            String programme,
            int pillar,
            Funding funding,
            Set<Need> serves,
            InterventionState state,
            LocalDate askedOn,
            @Nullable LocalDate againFrom,
            boolean excludes,
            int year,
            int units,
            @Nullable Long amount) {

        public Lack lack() {
            return Lack.of(state);
        }

        /** Whether it was received and its term is over, so that it meets no need and bars nothing any more. */
        public boolean isOver(LocalDate day) {
            return againFrom != null && !day.isBefore(againFrom);
        }
    }

    /**
     * A quota in units, in rupiah or in both.
     *
     * @param asked units
     * @param spent rupiah that were asked, planned or delivered
     */
    record QuotaUse(
            UUID programmeId,
            String area,
            @Nullable Integer units,
            int asked,
            @Nullable Long rupiah,
            long spent) {

        public boolean holds(String village) {
            return (village + ".").startsWith(area + ".");
        }

        /** Below nothing where more was asked. */
        public @Nullable Integer unitsLeft() {
            return units == null ? null : units - asked;
        }

        /** Below nothing where more was planned or spent. */
        public @Nullable Long rupiahLeft() {
            return rupiah == null ? null : rupiah - spent;
        }
    }

    /**
     * What was asked for a family, oldest first.
     *
     * @throws id.tuntas.platform.Refusal 404 unless the actor may read it and it is extremely poor
     */
    List<Asked> of(Actor actor, UUID caseId);

    record Asked(UUID id, UUID programmeId, Need need, InterventionState state, int version) {}

    /**
     * @param plannedOn the day it is to be given; for planned only
     * @param amount rupiah for this family; null when it is given in kind
     * @param reason why; needed to refuse, to stop, when it failed, and to plan anew
     */
    record Step(
            InterventionState state,
            @Nullable LocalDate plannedOn,
            @Nullable Long amount,
            String reason) {}
}
