package id.tuntas.deliberation.internal;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Numbers and days in Indonesian words, as official records write them. */
final class InWords {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final String[] SMALL = {
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"
    };

    private InWords() {}

    /** Senin, tanggal dua puluh bulan Februari tahun dua ribu dua puluh tiga. */
    static String day(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, INDONESIAN) + ", tanggal "
                + number(day.getDayOfMonth()) + " bulan " + day.getMonth().getDisplayName(TextStyle.FULL, INDONESIAN)
                + " tahun " + number(day.getYear());
    }

    /** From nought to 999 999. */
    static String number(int n) {
        if (n < 12) {
            return SMALL[n];
        }
        if (n < 20) {
            return SMALL[n - 10] + " belas";
        }
        if (n < 100) {
            return SMALL[n / 10] + " puluh" + rest(n % 10);
        }
        if (n < 1_000) {
            return (n < 200 ? "seratus" : SMALL[n / 100] + " ratus") + rest(n % 100);
        }
        return (n < 2_000 ? "seribu" : number(n / 1_000) + " ribu") + rest(n % 1_000);
    }

    private static String rest(int n) {
        return n == 0 ? "" : " " + number(n);
    }
}
