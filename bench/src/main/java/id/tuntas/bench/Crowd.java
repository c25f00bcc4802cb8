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

/** Clients that all do the same as fast as they can, until enough is done or the time is over. */
record Crowd(int clients, int most, int seconds) {

    /** What one client does once; opened before the time starts. */
    interface Work extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws Exception;
    }

    /** @param nanos how long each took, sorted */
    record Measured(int count, double seconds, long[] nanos) {

        double rate() {
            return count / seconds;
        }

        double millis(int percentile) {
            return nanos.length == 0 ? 0 : nanos[Math.min(nanos.length - 1, nanos.length * percentile / 100)] / 1e6;
        }
    }

    Measured run(List<? extends Work> works) throws Exception {
        AtomicInteger left = new AtomicInteger(most);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Long>>> done = new ArrayList<>();
        long begin;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Work work : works) {
                done.add(threads.submit((Callable<List<Long>>) () -> {
                    start.await();
                    long end = System.nanoTime() + seconds * 1_000_000_000L;
                    List<Long> times = new ArrayList<>();
                    while (left.getAndDecrement() > 0 && System.nanoTime() < end) {
                        long before = System.nanoTime();
                        work.once();
                        times.add(System.nanoTime() - before);
                    }
                    return times;
                }));
            }
            begin = System.nanoTime();
            start.countDown();
        }
        double took = (System.nanoTime() - begin) / 1e9;
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> future : done) {
            all.addAll(future.get());
        }
        for (Work work : works) {
            work.close();
        }
        long[] nanos = all.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(nanos);
        return new Measured(nanos.length, took, nanos);
    }
}
