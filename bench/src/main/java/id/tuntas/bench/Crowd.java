package id.tuntas.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Clients that all do the same as fast as they can, until enough is done. */
record Crowd(List<? extends Work> works) implements AutoCloseable {

    /** What one client does once; opened before the time starts, closed with the crowd. */
    interface Work extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws Exception;
    }

    /** @param nanos how long each took, sorted */
    record Measured(int count, double seconds, long[] nanos) {

        static final Measured NOTHING = new Measured(0, 0, new long[0]);

        static Measured of(double seconds, long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Measured(sorted.length, seconds, sorted);
        }

        Measured and(Measured other) {
            return of(
                    seconds + other.seconds,
                    LongStream.concat(LongStream.of(nanos), LongStream.of(other.nanos))
                            .toArray());
        }

        double rate() {
            return count / seconds;
        }

        double millis(int percentile) {
            return nanos.length == 0 ? 0 : nanos[Math.min(nanos.length - 1, nanos.length * percentile / 100)] / 1e6;
        }
    }

    Measured run(int times) throws Exception {
        AtomicInteger left = new AtomicInteger(times);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Long>>> done = new ArrayList<>();
        long begin;
        try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
            for (Work work : works) {
                done.add(threads.submit((Callable<List<Long>>) () -> {
                    start.await();
                    List<Long> took = new ArrayList<>();
                    while (left.getAndDecrement() > 0) {
                        long before = System.nanoTime();
                        work.once();
                        took.add(System.nanoTime() - before);
                    }
                    return took;
                }));
            }
            begin = System.nanoTime();
            start.countDown();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<Long> nanos = new ArrayList<>();
        for (Future<List<Long>> future : done) {
            nanos.addAll(future.get());
        }
        return Measured.of(seconds, nanos.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() throws Exception {
        for (Work work : works) {
            work.close();
        }
    }
}
