package id.tuntas.reports.internal;

import id.tuntas.monitoring.Standing;
import id.tuntas.monitoring.Standings.VillageStandings;
import java.util.Map;

/**
 * How far families are from zero, counted.
 *
 * @param examined who count no longer because somebody looked; never summed up with {@code graduated}, who were helped
 * @param unverified of whom no visit is approved yet
 * @param struck off the decree, and not examined again
 */
record Stand(
        int examined,
        int graduated,
        int unverified,
        int awaitingMeeting,
        int awaitingDecree,
        int awaitingHelp,
        int struck) {

    static final Stand NONE = new Stand(0, 0, 0, 0, 0, 0, 0);

    static Stand of(VillageStandings village) {
        Stand sum = NONE;
        for (Map.Entry<Standing, Integer> one : village.families().entrySet()) {
            sum = sum.plus(of(one.getKey(), one.getValue()));
        }
        return sum;
    }

    private static Stand of(Standing standing, int families) {
        return switch (standing) {
            case POOR, NOT_POOR, NOT_FOUND, MOVED, DECEASED, DUPLICATE -> new Stand(families, 0, 0, 0, 0, 0, 0);
            case GRADUATED -> new Stand(0, families, 0, 0, 0, 0, 0);
            case NOT_VERIFIED, IN_REVIEW, REFUSED -> new Stand(0, 0, families, 0, 0, 0, 0);
            case AWAITING_MEETING -> new Stand(0, 0, 0, families, 0, 0, 0);
            case AWAITING_DECREE -> new Stand(0, 0, 0, 0, families, 0, 0);
            case AWAITING_HELP -> new Stand(0, 0, 0, 0, 0, families, 0);
            case STRUCK -> new Stand(0, 0, 0, 0, 0, 0, families);
        };
    }

    Stand plus(Stand other) {
        return new Stand(
                examined + other.examined,
                graduated + other.graduated,
                unverified + other.unverified,
                awaitingMeeting + other.awaitingMeeting,
                awaitingDecree + other.awaitingDecree,
                awaitingHelp + other.awaitingHelp,
                struck + other.struck);
    }

    int open() {
        return unverified + awaitingMeeting + awaitingDecree + awaitingHelp + struck;
    }

    int total() {
        return examined + graduated + open();
    }
}
