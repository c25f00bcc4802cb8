package id.tuntas.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a release comes from, as the person says who uploads it.
 *
 * @param source who made the list, as {@code P3KE 2022}; null leaves it to the layout that is recognised
 * @param bastNumber number of the minutes of its hand-over
 * @param scope null leaves it to what the files look like; the report says how it was decided
 */
public record RosterAbout(
        @Nullable String source,
        @Nullable LocalDate releasedOn,
        @Nullable String bastNumber,
        @Nullable RosterScope scope) {

    public static final RosterAbout NOTHING = new RosterAbout(null, null, null, null);
}
