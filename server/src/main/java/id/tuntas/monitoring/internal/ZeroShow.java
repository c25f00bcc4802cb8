package id.tuntas.monitoring.internal;

import id.tuntas.access.Role;
import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.internal.FamilyFacts.Act;
import id.tuntas.monitoring.internal.VillageZero.Missing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a round is from zero on a day.
 *
 * @param since the earlier day with which it is compared; null for none
 * @param moves what became of families between the two days; empty without an earlier one
 * @param resized families whose lists of the two days differ in size, and how many persons more that makes, by where they stood first
 * @param deciders who took families off the list by examining them
 * @param declined nominations and objections that somebody declined
 * @param unplanned families of the decree for which no help has come or is to come, or some only after the end of the day's year
 */
record ZeroShow(
        String round,
        LocalDate opens,
        LocalDate zeroDate,
        LocalDate asOf,
        @Nullable LocalDate since,
        Place place,
        List<Place> below,
        List<Move> moves,
        Map<Standing, Count> resized,
        List<Decider> deciders,
        List<Declined> declined,
        Count unplanned) {

    /** @param persons as the families' lists of the day have them */
    record Count(int families, int persons) {

        static Count of(Collection<FamilyFacts> families) {
            return new Count(
                    families.size(),
                    families.stream().mapToInt(FamilyFacts::persons).sum());
        }

        Count plus(Count other) {
            return new Count(families + other.families, persons + other.persons);
        }
    }

    /**
     * @param code null for all that the asker sees
     * @param roster the rows of the roster by where they stand; where there is none it is left out
     * @param added families that no roster lists, the same way
     * @param villages that have a family or a nomination
     * @param villagesAtZeroByHelp those at zero in which somebody was helped; in the others everybody left by being examined
     * @param missing how many villages lack what zero takes
     * @param nominations that wait
     */
    record Place(
            @Nullable String code,
            String name,
            Map<Standing, Count> roster,
            Map<Standing, Count> added,
            int villages,
            int villagesAtZero,
            int villagesAtZeroByHelp,
            Map<Missing, Integer> missing,
            int nominations) {}

    /** @param from null where the round had no such family yet */
    record Move(@Nullable Standing from, Standing to, Count count) {}

    /** @param name null where nobody is known */
    record Decider(
            Act act,
            @Nullable UUID actorId,
            @Nullable String name,
            @Nullable Role role,
            Count count) {}

    record Declined(
            String villageName,
            String districtName,
            @Nullable String name,
            int nominations,
            int objections) {}

    /** One family, and who said what of it. */
    record Family(
            UUID id,
            String number,
            String name,
            String villageName,
            Standing standing,
            @Nullable Standing before,
            int persons,
            LocalDate since,
            List<Said> said) {}

    /**
     * @param step proposed, approved, an outcome of a meeting, overruled, listed, struck or graduated
     * @param who null where nobody is known
     * @param detail the day of a meeting or of a graduation, the number of a decree
     */
    record Said(
            String step,
            @Nullable String who,
            @Nullable String contact,
            @Nullable String finding,
            @Nullable String detail) {}
}
