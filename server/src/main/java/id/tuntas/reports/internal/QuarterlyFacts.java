package id.tuntas.reports.internal;

import id.tuntas.cases.Tally;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a regency reports for a quarter, as it stood at the end of the day.
 *
 * @param decree the newest one that was in force; null before there is one
 * @param villages that have families in the round
 * @param villagesDone of which the meeting is over and its minutes are made
 * @param lacks what is not met by now; null for a day that is past, which nobody can tell any more
 */
record QuarterlyFacts(
        LocalDate from,
        LocalDate day,
        @Nullable Decree decree,
        int villages,
        int villagesDone,
        List<District> districts,
        List<Help> helps,
        @Nullable List<Lacking> lacks) {

    record Decree(String number, LocalDate decidedOn, int ordinal) {}

    /** @param persons of the decreed families */
    record District(String name, Tally tally, int decreed, int persons, Stand stand) {}

    /**
     * One programme, counted in requests for families.
     *
     * @param received which an officer has seen at the family; of these {@code receivedNow} in the quarter
     * @param amount rupiah of what was received
     */
    record Help(
            int pillar,
            String programme,
            String agency,
            String funding,
            int asked,
            int accepted,
            int delivered,
            int received,
            int receivedNow,
            long amount) {}

    record Lacking(String need, int needs, int met) {}
}
