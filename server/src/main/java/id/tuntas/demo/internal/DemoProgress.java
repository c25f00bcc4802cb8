package id.tuntas.demo.internal;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what is done of a known whole; many threads may add. */
final class DemoProgress {

    /** Whoever shows it. */
    interface Show {
        void at(long done, long total);
    }

    private final long total;
    private final Show show;
    private final AtomicLong done = new AtomicLong();

    DemoProgress(long total, Show show) {
        this.total = total;
        this.show = show;
    }

    void add(long more) {
        show.at(done.addAndGet(more), total);
    }
}
