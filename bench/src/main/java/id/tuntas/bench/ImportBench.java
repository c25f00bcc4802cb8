package id.tuntas.bench;

import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Jobs.Job;
import id.tuntas.roster.RosterAbout;
import id.tuntas.roster.Rosters;
import id.tuntas.roster.StartedRoster;
import id.tuntas.roster.UploadRoster;
import id.tuntas.roster.UploadRoster.NewFile;
import id.tuntas.rosterfile.sample.RosterSample;
import id.tuntas.rosterfile.sample.SampleLayout;
import id.tuntas.rosterfile.sample.SampleOrder;
import id.tuntas.rounds.Round;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows a second from the hand-over of a P3KE workbook until its families are cases - kept, read, matched, checked, staged, compared,
 * committed - beside a raw COPY of the same rows into the same PostgreSQL: all the rows that the import leaves, into tables with the same
 * keys and indexes. The COPY of the workbook's cells as mere text is shown too; it holds less, and is no mark. The person who reads the
 * report in between is not counted.
 */
final class ImportBench implements Bench.Run {

    private static final double GOAL = 0.25;
    /** Twice Buleleng's list. */
    private static final int FAMILIES = 10_600;

    private static final int WARM_UP = 2_000;
    private static final int RUNS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long MEGABYTE = 1 << 20;

    private record Line(int rows, double check, double commit, double copy, double cells, long heap) {

        double rate() {
            return rows / (check + commit);
        }

        double ratio() {
            return copy / (check + commit);
        }
    }

    @Override
    public boolean run() throws Exception {
        Path folder = Files.createTempDirectory("tuntas-bench-list");
        try (BenchServer server = BenchServer.start()) {
            Actor coordinator = server.actor("citra", Role.REGENCY_COORDINATOR, BenchServer.REGENCY);
            measure(server, coordinator, list(folder, 0, WARM_UP), 0);
            explain(server);
            double imports = 0;
            double copies = 0;
            for (int i = 1; i <= RUNS; i++) {
                Line line = measure(server, coordinator, list(folder, i, FAMILIES), i);
                print(line);
                imports += line.check() + line.commit();
                copies += line.copy();
            }
            boolean reached = copies / imports >= GOAL;
            System.out.printf(Locale.ROOT, "%nrasio / ratio: %.2f%n", copies / imports);
            Bench.judge("rasio / ratio >= %.2f".formatted(GOAL), reached);
            return reached;
        }
    }

    private static Path list(Path folder, int seed, int families) throws IOException {
        return RosterSample.write(SampleOrder.clean(families, seed, SampleLayout.P3KE_2022), folder);
    }

    private static Line measure(BenchServer server, Actor coordinator, Path list, int number) throws Exception {
        Round round = server.openRound(coordinator, "BENCH-" + number);
        CellCopy raw = CellCopy.of(list, server.bean(JdbcTemplate.class));
        int rows = raw.rows();
        double cells = raw.run();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Rosters rosters = server.bean(Rosters.class);
        long begin = System.nanoTime();
        StartedRoster started = rosters.upload(
                coordinator,
                new UploadRoster(
                        List.of(new NewFile(list.getFileName().toString(), new FileSystemResource(list))),
                        RosterAbout.NOTHING));
        await(server, started.jobId());
        long checked = System.nanoTime();
        await(server, rosters.commit(coordinator, started.rosterId(), round.code(), true));
        long committed = System.nanoTime();
        long heap = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        double copy = RowCopy.of(started.rosterId(), round.id(), server.dataSource());
        Files.delete(list);
        return new Line(rows, (checked - begin) / 1e9, (committed - checked) / 1e9, copy, cells, heap);
    }

    private static void await(BenchServer server, UUID job) {
        Job ended = server.bean(Jobs.class).await(BenchServer.REGENCY, job, PATIENCE);
        if (!ended.state().equals("done")) {
            throw new IllegalStateException("the job failed: " + ended.problem());
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void explain(BenchServer server) {
        System.out.printf(Locale.ROOT, """

                import: daftar P3KE dari penyerahan sampai menjadi kasus, dibanding COPY polos dari baris yang sama, yaitu semua baris
                yang ditinggalkannya, ke tabel dengan kunci dan indeks yang sama; di sampingnya COPY sel berkas sebagai teks saja.
                import: a P3KE list from its hand-over until it is cases, against a raw COPY of the same rows, that is all the rows
                it leaves, into tables with the same keys and indexes; beside it a COPY of the file's cells as mere text.
                %s; memori: terbanyak, dengan sampah / heap: peak, with garbage

                baris/  periksa/  simpan/    baris/s      COPY           COPY sel/   memori/
                  rows   check s  commit s    rows/s    rows/s   rasio  of cells/s   heap MB
                """, server.databaseVersion());
    }

    private static void print(Line line) {
        System.out.printf(
                Locale.ROOT,
                "%6d %9.1f %9.1f %9.0f %9.0f %7.2f %11.0f %9d%n",
                line.rows(),
                line.check(),
                line.commit(),
                line.rate(),
                line.rows() / line.copy(),
                line.ratio(),
                line.rows() / line.cells(),
                line.heap() / MEGABYTE);
    }
}
