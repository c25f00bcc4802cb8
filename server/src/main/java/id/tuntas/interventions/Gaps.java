package id.tuntas.interventions;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs.OpenNeeds;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why the extremely poor families are not at zero yet. */
public interface Gaps {

    /** Stands for an agency where none was asked. */
    String NO_AGENCY = "none";

    /** Families that need something, where the actor may do this; by village and number. */
    List<FamilyGaps> open(Actor actor, Verb verb);

    /** Quotas of this year where the actor may do this: those for which families wait, and those that are over. By agency, programme and area. */
    List<Means> means(Actor actor, Verb verb);

    record FamilyGaps(OpenNeeds family, List<Gap> gaps) {

        public FamilyGaps {
            gaps = List.copyOf(gaps);
        }

        public boolean converged() {
            return gaps.stream().allMatch(gap -> gap.lack() == Lack.NOTHING);
        }
    }

    /**
     * One need of a family.
     *
     * @param agency who has to act, or acted last; null when no agency was asked
     * @param days since it was asked for; without a request, since it is known
     * @param offers where somebody has to ask: what would meet it
     */
    record Gap(
            Need need,
            Lack lack,
            @Nullable UUID agencyId,
            @Nullable String agency,
            @Nullable String programme,
            LocalDate since,
            long days,
            List<Offer> offers) {

        public Gap {
            offers = List.copyOf(offers);
        }

        public String agencyKey() {
            return agencyId == null ? NO_AGENCY : agencyId.toString();
        }
    }

    /** What is left of a quota, below nothing by how much it is over; null where it does not count that. */
    sealed interface Left {

        @Nullable Integer unitsLeft();

        @Nullable Long rupiahLeft();

        default int unitsOver() {
            Integer left = unitsLeft();
            return left == null ? 0 : Math.max(0, -left);
        }

        default long rupiahOver() {
            Long left = rupiahLeft();
            return left == null ? 0 : Math.max(0, -left);
        }

        default boolean over() {
            return unitsOver() > 0 || rupiahOver() > 0;
        }
    }

    /**
     * A programme that fits a family and would meet its need.
     *
     * @param units that the family takes
     * @param unitsLeft of this year, where the family lives
     * @param cost rupiah for the family and a year; null when it is given in kind or depends
     * @param rupiahLeft of this year, where the family lives
     */
    record Offer(
            String programme,
            String agency,
            int units,
            @Nullable Integer unitsLeft,
            @Nullable Long cost,
            @Nullable Long rupiahLeft)
            implements Left {

        public int unitsLacking() {
            return unitsLeft == null ? 0 : Math.max(0, units - unitsLeft);
        }

        public long rupiahLacking() {
            return cost == null || rupiahLeft == null ? 0 : Math.max(0, cost - rupiahLeft);
        }

        public boolean lacks() {
            return unitsLacking() > 0 || rupiahLacking() > 0;
        }
    }

    /**
     * What is left of one quota, beside what all families there for whom nobody asked would take of it. A family whose need several
     * programmes would meet is counted with each.
     *
     * @param cost null as {@link Offer#cost}
     */
    record Means(
            UUID agencyId,
            String agency,
            String programme,
            String area,
            int families,
            int units,
            @Nullable Integer unitsLeft,
            @Nullable Long cost,
            @Nullable Long rupiahLeft)
            implements Left {}
}
