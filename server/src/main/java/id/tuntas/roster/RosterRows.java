package id.tuntas.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The rows of committed releases, for those who hold a visit against what the list said. */
public interface RosterRows {

    /**
     * A family as a committed release lists it.
     *
     * @param releaseId a case's {@code rosterReleaseId}; where that release does not hold the family's row itself, the newest committed
     *     one of the same round that does
     */
    Optional<RosterFamily> of(String regencyCode, UUID releaseId, String familyKey, Locale locale);
}
