package id.tuntas.rosterfile;

import java.util.List;
import java.util.Map;

/**
 * What a run found, without the rows and problems themselves, which went to the sinks.
 *
 * @param families rows of family lists read; of a person-per-row sheet, families told apart
 * @param members rows of persons read
 * @param acceptedFamilies families let in
 * @param acceptedMembers persons let in
 * @param acceptedHouseholds families that the persons let in belong to, counted whether or not a family list was given
 * @param counts problems by code
 * @param refusals why files were refused whole, or not one of their sheets was recognised; empty when the roster is usable
 */
public record RosterReport(
        List<FileReport> files,
        long families,
        long members,
        long acceptedFamilies,
        long acceptedMembers,
        long acceptedHouseholds,
        Map<ProblemCode, Long> counts,
        List<DateOrderDecision> dateOrders,
        List<RosterProblem> refusals) {

    public RosterReport {
        files = List.copyOf(files);
        counts = Map.copyOf(counts);
        dateOrders = List.copyOf(dateOrders);
        refusals = List.copyOf(refusals);
    }

    /** Nothing of a refused roster may be used. */
    public boolean refused() {
        return !refusals.isEmpty();
    }

    /**
     * Families let in: rows of the family list, or, where only members were given, the families they belong to. Nothing of
     * a refused roster is let in.
     */
    public long accepted() {
        if (refused()) {
            return 0;
        }
        return families > 0 ? acceptedFamilies : acceptedHouseholds;
    }

    public long count(ProblemCode code) {
        return counts.getOrDefault(code, 0L);
    }

    public boolean hasErrors() {
        return counts.keySet().stream().anyMatch(code -> code.severity() == Severity.ERROR);
    }
}
