package id.tuntas.bench;

import id.tuntas.bench.Crowd.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Submissions a second through the whole server - HTTP, key, evidence on disk, ledger, commit - beside bare inserts of the same bytes into
 * a plain table of the same PostgreSQL, one commit each, by the same number of clients. The server interprets while it is measured, as it
 * does in real life; the last column is the longest any submission had to wait until the case showed it.
 */
final class IntakeBench implements Bench.Run {

    private static final double GOAL = 0.35;
    private static final double SHOWN_WITHIN = 2.0;
    private static final int[] CLIENTS = {1, 8, 32};
    /** One line: this many submissions, or less when this many seconds are over. */
    private static final int MOST = 3_000;

    private static final int MOST_WITH_PHOTO = 600;
    private static final int SECONDS = 6;
    private static final int WARM_UP = 1_000;

    private record Line(boolean photo, int clients, Measured server, double bare, double ratio, double shownAfter) {}

    @Override
    public boolean run() throws Exception {
        int needed = WARM_UP + CLIENTS.length * (MOST + MOST_WITH_PHOTO) + 100;
        try (IntakeGround ground = IntakeGround.prepare(needed);
                BareInserts bare = new BareInserts(ground.dataSource())) {
            warmUp(ground, bare);
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
            System.out.printf("dijawab / answered 201: %d; hilang / missing: %d%n", ground.answered(), lost);
            boolean fast = lines.stream().filter(line -> !line.photo()).allMatch(line -> line.ratio() >= GOAL);
            boolean prompt = lines.stream().allMatch(line -> line.shownAfter() <= SHOWN_WITHIN);
            judge("rasio / ratio >= %.2f, tanpa foto / without a photo".formatted(GOAL), fast);
            judge("tampak / shown <= %.0f s".formatted(SHOWN_WITHIN), prompt);
            return fast && prompt && lost == 0;
        }
    }

    private static void explain(IntakeGround ground) {
        System.out.printf(
                Locale.ROOT,
                """

                intake: kiriman lewat HTTP sampai jawaban 201, dibanding insert polos ditambah fsync dari byte yang sama.
                intake: submissions through HTTP until the answer 201, against bare inserts plus fsync of the same bytes.
                %s; %d byte jawaban / bytes of answers, foto / photo %d KB; klien di mesin yang sama / clients on the same machine

                """,
                ground.databaseVersion(),
                ground.samples(false).getFirst()[0].length,
                Photo.BYTES / 1000);
        System.out.println(
                "foto/  klien/      kiriman/                      insert+fsync            tampak setelah s/");
        System.out.println("photo clients  submissions/s   p50 ms   p99 ms      rows/s    rasio    shown after s");
    }

    private static void judge(String mark, boolean reached) {
        System.out.println(mark + ": " + (reached ? "tercapai / reached" : "TIDAK tercapai / NOT reached"));
    }

    private static void warmUp(IntakeGround ground, BareInserts bare) throws Exception {
        new Crowd(8, WARM_UP, SECONDS).run(ground.senders(false, 8, WARM_UP));
        new Crowd(8, WARM_UP, SECONDS).run(bare.writers(ground.samples(false), 8));
        ground.awaitInterpretation();
    }

    /** Bare inserts before and after, so that a disk that grows slower or faster meanwhile does not decide. */
    private static Line measure(IntakeGround ground, BareInserts bare, boolean photo, int clients) throws Exception {
        int most = photo ? MOST_WITH_PHOTO : MOST;
        List<byte[][]> samples = ground.samples(photo);
        Measured before = new Crowd(clients, most, SECONDS / 2).run(bare.writers(samples, clients));
        AtomicLong longest = new AtomicLong();
        Measured server;
        try (Lag lag = new Lag(ground.dataSource(), longest)) {
            server = new Crowd(clients, most, SECONDS).run(ground.senders(photo, clients, most));
            ground.awaitInterpretation();
        }
        Measured after = new Crowd(clients, most, SECONDS / 2).run(bare.writers(samples, clients));
        double rate = (before.count() + after.count()) / (before.seconds() + after.seconds());
        return new Line(photo, clients, server, rate, server.rate() / rate, longest.get() / 1e3);
    }

    private static void print(Line line) {
        System.out.printf(
                Locale.ROOT,
                "%-5s %7d %14.0f %8.1f %8.1f %11.0f %8.2f %16.1f%n",
                line.photo() ? "+" : "-",
                line.clients(),
                line.server().rate(),
                line.server().millis(50),
                line.server().millis(99),
                line.bare(),
                line.ratio(),
                line.shownAfter());
    }
}
