package id.tuntas.rosterfile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of day and month comes first in a column whose dates leave it open, and how that was found out.
 *
 * @param dayFirst dates that can only be day first, as {@code 31/1/1980}
 * @param monthFirst dates that can only be month first
 * @param nikDayFirst open dates that agree with their row's NIK only when read day first
 * @param nikMonthFirst likewise, month first
 */
public record DateOrderDecision(
        String file,
        @Nullable String sheet,
        String column,
        String header,
        Order order,
        How how,
        long dayFirst,
        long monthFirst,
        long nikDayFirst,
        long nikMonthFirst) {

    public enum Order {
        DAY_FIRST,
        MONTH_FIRST;

        public String key() {
            return this == DAY_FIRST ? "day-first" : "month-first";
        }
    }

    public enum How {
        /** All dates of the column that can be told apart agree. */
        OTHER_ROWS,
        /** No date of the column could be told apart; the birth dates in the NIKs agree. */
        NIK,
        /** The column mixes both: an open date is read by its row's NIK, else marked and read as most are. */
        MIXED,
        /** Nothing tells: open dates are marked and read day first, as is the custom. */
        CUSTOM;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
