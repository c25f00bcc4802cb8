package id.tuntas.demo;

import java.time.LocalDate;

/** The days the demo may stand on. */
public final class DemoCalendar {

    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 2, 3);

    /** The round's zero date. What there is to do is done on 8 March; later days stay as they were then. */
    public static final LocalDate LAST_DAY = LocalDate.of(2023, 8, 3);

    private DemoCalendar() {}
}
