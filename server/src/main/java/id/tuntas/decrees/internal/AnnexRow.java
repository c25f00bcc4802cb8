package id.tuntas.decrees.internal;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A family as it was when a decree named it. Its JSON is kept and hashed byte for byte, so a field is never renamed or taken away.
 *
 * @param rosterKey the family's own id on the roster, in that release; both null for a family of no roster
 * @param listed persons on the roster, and {@code persons} those who lived there by the visit
 * @param finding the review's, and {@code held} what the meeting holds instead; keys
 * @param edition of the village's meeting
 * @param upheldOn when that meeting met, if it and the visit held a struck family extremely poor all the same; null for every other row
 * @param salt a random number, so that nobody can guess a row from its hash
 */
record AnnexRow(
        UUID family,
        String number,
        String name,
        String address,
        String hamlet,
        String village,
        String villageName,
        String district,
        String districtName,
        @Nullable String rosterKey,
        @Nullable UUID rosterRelease,
        int listed,
        int persons,
        @Nullable String finding,
        @Nullable String held,
        UUID meeting,
        int edition,
        UUID visit,
        @Nullable LocalDate upheldOn,
        String salt) {

    /** The address with its hamlet, which many addresses name already. */
    String place() {
        return Stream.of(address, address.contains(hamlet) ? "" : hamlet)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
