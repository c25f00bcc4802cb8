package id.tuntas.rosterfile.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Numbers of sixteen digits as a registrar gives them: district, day, and a serial that nobody of that district and day shares. */
final class Serials {

    /** That many serials stay below four digits. */
    private static final int APART = 9_001;

    private final Map<String, Integer> last = new HashMap<>();
    private final int given;

    /** @param first number of the list's first family, so that another list gives the same person's day another serial */
    Serials(int first) {
        given = (first - 1) % APART;
    }

    /**
     * @param day of the month, for a woman's NIK plus 40
     */
    String next(String district, int day, LocalDate date) {
        String twelve = district.replace(".", "")
                + String.format(Locale.ROOT, "%02d%02d%02d", day, date.getMonthValue(), date.getYear() % 100);
        return twelve
                + String.format(Locale.ROOT, "%04d", last.merge(twelve, given + 1, (before, begun) -> before + 1));
    }
}
