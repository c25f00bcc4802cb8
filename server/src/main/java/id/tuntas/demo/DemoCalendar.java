package id.tuntas.demo;

import java.time.LocalDate;

/** The days the demo may stand on. */
public final class DemoCalendar {

    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 2, 3);

    /** The day of the last published figure, of finished house repairs. */
    public static final LocalDate LAST_DAY = LocalDate.of(2023, 10, 18);

    private DemoCalendar() {}
}
