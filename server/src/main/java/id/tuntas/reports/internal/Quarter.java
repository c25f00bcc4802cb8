package id.tuntas.reports.internal;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Three months of a year, for which a regency reports. */
record Quarter(int year, int number) {

    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    LocalDate first() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    LocalDate last() {
        return first().plusMonths(3).minusDays(1);
    }

    String words() {
        return "triwulan " + ROMAN[number - 1] + " tahun " + year;
    }
}
