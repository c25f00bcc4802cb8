package id.tuntas.bench;

import id.tuntas.bench.Crowd.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Submissions a second through the whole server - HTTP, key, evidence on disk, ledger, commit - beside bare inserts of the same bytes into
 * a plain table of the same PostgreSQL, one commit each, by the same number of clients. They come in bursts, as when a regency's officers
 * all come back under a transmitter with a day's visits; bare inserts take turns with them, so that a machine that grows slower or faster
 * meanwhile does not decide. The interpretation has the time between two bursts: it must be done within two seconds of each receipt.
 * A turn of both begins when the JVM has done compiling what ran before: a server runs for months, and is not measured in its first minute.
 */
final class IntakeBench implements Bench.Run {

    private static final double GOAL = 0.35;
    private static final double SHOWN_WITHIN = 2.0;
    private static final int[] CLIENTS = {1, 8, 32};
    /** Six visits of each of 83 officers. */
    private static final int BURST = 500;

    private static final int BURSTS = 6;
    private static final int BURST_WITH_PHOTO = 100;
    private static final int BURSTS_WITH_PHOTO = 4;
    private static final int WARM_UPS = 3;
    private static final int WARM_UP_CLIENTS = 8;

    /** @param shown how many a second when what is counted is that the case shows them */
    private record Line(boolean photo, int clients, Measured server, Measured bare, double shown, double shownAfter) {

        double ratio() {
            return server.rate() / bare.rate();
        }
    }

    @Override
    public boolean run() throws Exception {
        int needed = (CLIENTS.length + WARM_UPS) * BURSTS * BURST
                + (CLIENTS.length + 1) * BURSTS_WITH_PHOTO * BURST_WITH_PHOTO
                + 1;
        try (IntakeGround ground = IntakeGround.prepare(needed);
                BareInserts bare = new BareInserts(ground.dataSource())) {
            for (int i = 0; i < WARM_UPS; i++) {
                measure(ground, bare, false, WARM_UP_CLIENTS);
            }
            measure(ground, bare, true, WARM_UP_CLIENTS);
            explain(ground);
            List<Line> lines = new ArrayList<>();
            for (boolean photo : new boolean[] {false, true}) {
                for (int clients : CLIENTS) {
                    Line line = measure(ground, bare, photo, clients);
                    lines.add(line);
                    print(line);
                }
            }
            long lost = ground.lost();
            System.out.printf("%ndijawab / answered 201: %d; hilang / missing: %d%n", ground.answered(), lost);
            boolean fast = lines.stream().filter(line -> !line.photo()).allMatch(line -> line.ratio() >= GOAL);
            boolean prompt = lines.stream().allMatch(line -> line.shownAfter() <= SHOWN_WITHIN);
            Bench.judge("rasio / ratio >= %.2f, tanpa foto / without a photo".formatted(GOAL), fast);
            Bench.judge("tampak / shown <= %.0f s".formatted(SHOWN_WITHIN), prompt);
            return fast && prompt && lost == 0;
        }
    }

    private static Line measure(IntakeGround ground, BareInserts bare, boolean photo, int clients) throws Exception {
        int burst = photo ? BURST_WITH_PHOTO : BURST;
        int bursts = photo ? BURSTS_WITH_PHOTO : BURSTS;
        Measured server = Measured.NOTHING;
        Measured inserts = Measured.NOTHING;
        double untilShown = 0;
        AtomicLong longest = new AtomicLong();
        try (Crowd senders = ground.senders(photo, clients, burst * bursts);
                Crowd writers = bare.writers(ground.samples(photo), clients);
                Lag lag = new Lag(ground.dataSource(), longest)) {
            for (int i = 0; i < bursts; i++) {
                Machine.awaitCompiler();
                inserts = inserts.and(writers.run(burst));
                long begin = System.nanoTime();
                server = server.and(senders.run(burst));
                ground.awaitInterpretation();
                untilShown += (System.nanoTime() - begin) / 1e9;
            }
        }
        return new Line(photo, clients, server, inserts, server.count() / untilShown, longest.get() / 1e3);
    }

    private static void explain(IntakeGround ground) {
        System.out.printf(
                Locale.ROOT,
                """

                intake: kiriman lewat HTTP sampai jawaban 201, dibanding insert polos ditambah fsync dari byte yang sama.
                intake: submissions through HTTP until the answer 201, against bare inserts plus fsync of the same bytes.
                %s; klien di mesin yang sama / clients on the same machine
                %d byte jawaban / bytes of answers, %d x %d kiriman / submissions; foto / photo %d KB: %d x %d

                foto/  klien/  kiriman/                  insert+fsync           tampak/  tampak setelah s/
                photo clients submissions/s  p50 ms  p99 ms  rows/s    rasio    shown/s  shown after s
                """,
                ground.databaseVersion(),
                ground.samples(false).getFirst()[0].length,
                BURSTS,
                BURST,
                Photo.BYTES / 1000,
                BURSTS_WITH_PHOTO,
                BURST_WITH_PHOTO);
    }

    private static void print(Line line) {
        System.out.printf(
                Locale.ROOT,
                "%-5s %7d %13.0f %7.1f %7.1f %7.0f %8.2f %10.0f %8.1f%n",
                line.photo() ? "+" : "-",
                line.clients(),
                line.server().rate(),
                line.server().millis(50),
                line.server().millis(99),
                line.bare().rate(),
                line.ratio(),
                line.shown(),
                line.shownAfter());
    }
}
