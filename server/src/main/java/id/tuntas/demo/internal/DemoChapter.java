package id.tuntas.demo.internal;

import java.time.LocalDate;
import java.util.List;

/** A part of the road after the visits, through the same doors as everybody else. */
interface DemoChapter {

    /** How much a day's work adds to a progress; about one for each family that is touched. */
    long work(LocalDate day);

    /**
     * What happens on a day: what stands in one list happens in its order, beside all others. Each act finds out whether it was done before,
     * and leaves what a visitor of the demo did himself.
     */
    List<List<Runnable>> on(LocalDate day);
}
