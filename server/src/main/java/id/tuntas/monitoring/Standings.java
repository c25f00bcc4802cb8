package id.tuntas.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the families of a round stood at the end of a day: the one place that says so, for the office and for everybody. */
public interface Standings {

    /**
     * Counts of families, by village. Places without a family are absent, and so are standings.
     *
     * @param scope patterns of village codes
     */
    List<VillageStandings> byVillageOn(String regencyCode, UUID roundId, String[] scope, LocalDate day);

    /** @param scope patterns of village codes */
    Map<UUID, Standing> byFamilyOn(String regencyCode, UUID roundId, String[] scope, LocalDate day);

    /** The day from which on the round's first decree holds. */
    Optional<LocalDate> findDecreeDay(String regencyCode, UUID roundId);

    record VillageStandings(String village, Map<Standing, Integer> families) {}
}
