package id.tuntas.reports.internal;

import java.time.Instant;
import java.util.List;

/**
 * What every file says of itself.
 *
 * @param lines what it is asked to be, of what unit, as of when, who made it, what for
 * @param dataSha256 of its tables ({@link TableFiles#digest}), the same in every format
 */
record Head(Ask ask, String title, List<Line> lines, Instant asOf, String dataSha256) {

    record Line(String label, String value) {}
}
