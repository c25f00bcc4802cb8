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
     * @param days since when it waits
     */
    record Gap(
            Need need,
            Lack lack,
            @Nullable UUID agencyId,
            @Nullable String agency,
            @Nullable String programme,
            LocalDate since,
            long days) {

        public String agencyKey() {
            return agencyId == null ? NO_AGENCY : agencyId.toString();
        }
    }
}
