package id.tuntas.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts of a round inside a scope of region codes (LIKE patterns). Places without a family are absent. */
public interface Tallies {

    List<VillageTally> byVillage(String regencyCode, UUID roundId, String[] scope);

    /** As it stood at the end of a day. */
    List<VillageTally> byVillageOn(String regencyCode, UUID roundId, String[] scope, LocalDate day);

    /** By the officer who has the family; families without one are left out. */
    List<OfficerTally> byOfficer(String regencyCode, UUID roundId, String[] scope);

    List<OfficerTally> byOfficerOn(String regencyCode, UUID roundId, String[] scope, LocalDate day);

    /**
     * Families whose first visit came in, by day, less those whose visit was rejected that day: the sum is the tally's visited. Days
     * without either are absent.
     */
    List<DayCount> visitedPerDay(String regencyCode, UUID roundId, String[] scope);

    /** Families in a state, by district and officer, with the day of the oldest one's last step. */
    List<Backlog> backlog(String regencyCode, UUID roundId, String[] scope, CaseState state);

    /** Officers with families still to visit, with the day of their last visit that came in. */
    List<OfficerActivity> activity(String regencyCode, UUID roundId, String[] scope);

    record VillageTally(String village, Tally tally) {}

    record OfficerTally(UUID officerId, Tally tally) {}

    record DayCount(String district, LocalDate day, int visited) {}

    record Backlog(String district, @Nullable UUID officerId, int families, LocalDate oldest) {}

    /**
     * @param district of the families, or the first of several
     * @param since the day of the oldest family's last step, after which it waits for the officer
     */
    record OfficerActivity(
            UUID officerId,
            String district,
            int open,
            LocalDate since,
            @Nullable LocalDate lastVisit) {}
}
