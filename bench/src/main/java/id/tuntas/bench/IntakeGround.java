package id.tuntas.bench;

import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.access.Role;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Cases;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.evidence.Evidence;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The real server on a data folder of its own, with a round, officers and families that wait to be visited. */
final class IntakeGround implements AutoCloseable {

    private static final int OFFICERS = 32;
    private static final int SAMPLES = 200;
    private static final long PATIENCE_MILLIS = 60_000;

    /** A family on its officer's way. */
    private record Stop(String key, OfficerFamily family) {}

    private final BenchServer server;
    private final Queue<Stop> waiting = new ArrayDeque<>();
    private final Queue<Sent.Trace> answered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger photos = new AtomicInteger();
    private final String formVersion = VervalForm.definition().version();

    private IntakeGround(BenchServer server) {
        this.server = server;
    }

    static IntakeGround prepare(int families) throws IOException {
        IntakeGround ground = new IntakeGround(BenchServer.start());
        ground.fill(families);
        return ground;
    }

    private <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    private void fill(int families) {
        Actor coordinator = server.actor("citra", Role.REGENCY_COORDINATOR, BenchServer.REGENCY);
        Round round = server.openRound(coordinator, "BENCH-1");
        List<Region> villages = bean(Regions.class).villages(BenchServer.REGENCY).values().stream()
                .limit(OFFICERS)
                .toList();
        bean(TransactionTemplate.class)
                .executeWithoutResult(status -> bean(Cases.class)
                        .openFromRoster(
                                round.id(),
                                Ids.next(),
                                coordinator,
                                IntStream.range(0, families)
                                        .mapToObj(n -> Household.listed(
                                                n, villages.get(n % OFFICERS).code()))
                                        .iterator()));
        List<Queue<Stop>> byOfficer = new ArrayList<>();
        for (int i = 0; i < OFFICERS; i++) {
            String village = villages.get(i).code();
            Actor officer = server.actor("officer" + i, Role.OFFICER, village.substring(0, "51.08.05".length()));
            bean(Assignments.class)
                    .assign(coordinator, new AssignFamilies(officer.id(), List.of(), List.of(village), null));
            String key = bean(CollectKeys.class).keyOf(BenchServer.REGENCY, officer.id());
            Queue<Stop> theirs = new ArrayDeque<>();
            bean(Cases.class)
                    .familiesOf(BenchServer.REGENCY, officer.id())
                    .forEach(family -> theirs.add(new Stop(key, family)));
            byOfficer.add(theirs);
        }
        while (byOfficer.stream().anyMatch(theirs -> !theirs.isEmpty())) {
            byOfficer.forEach(theirs -> Optional.ofNullable(theirs.poll()).ifPresent(waiting::add));
        }
    }

    DataSource dataSource() {
        return server.dataSource();
    }

    String databaseVersion() {
        return server.databaseVersion();
    }

    /** The next family's visit; each family is visited once. */
    private Sent next(boolean photo) {
        Stop next = waiting.remove();
        String instanceId = "uuid:" + Ids.next();
        return Sent.of(
                next.key(),
                instanceId,
                Household.visited(next.family(), instanceId, formVersion, photo),
                photo ? Photo.numbered(photos.incrementAndGet()) : null);
    }

    /** Bytes like those that are sent, for the bare inserts. */
    List<byte[][]> samples(boolean photo) {
        List<byte[][]> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            Stop any = waiting.element();
            byte[] xml = Household.visited(any.family(), "uuid:" + Ids.next(), formVersion, photo);
            samples.add(photo ? new byte[][] {xml, Photo.numbered(-i)} : new byte[][] {xml});
        }
        return samples;
    }

    /** Clients that share a stock of submissions written beforehand. */
    Crowd senders(boolean photo, int clients, int most) throws IOException {
        Queue<Sent> stock = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < most; i++) {
            stock.add(next(photo));
        }
        int port = server.port();
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            senders.add(new Sender(new PlainClient(port), stock));
        }
        return new Crowd(senders);
    }

    final class Sender implements Crowd.Work {

        private final PlainClient client;
        private final Queue<Sent> stock;

        private Sender(PlainClient client, Queue<Sent> stock) {
            this.client = client;
            this.stock = stock;
        }

        @Override
        public void once() throws IOException {
            Sent sent = stock.remove();
            PlainClient.Answer answer = client.post(
                    "/odk/key/" + sent.key() + "/submission",
                    "multipart/form-data; boundary=" + Sent.BOUNDARY,
                    "X-OpenRosa-Version: 1.0\r\n",
                    sent.body());
            if (answer.status() != 201) {
                throw new IOException("the server answered " + answer.status() + ": " + new String(answer.body()));
            }
            answered.add(sent.trace());
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    /** Asks in the order of the index of those that wait: going through the whole table every few milliseconds would hold back what is waited for. */
    void awaitInterpretation() throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (bean(JdbcClient.class)
                .sql("select id from visits.submission where interpreted_at is null order by id limit 1")
                .query(UUID.class)
                .optional()
                .isPresent()) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("submissions still wait for their interpretation");
            }
            Thread.sleep(5);
        }
    }

    int answered() {
        return answered.size();
    }

    /** How many of those answered 201 are not in the database, byte for byte, with their photo on disk. */
    long lost() throws IOException {
        Map<String, String> kept = new HashMap<>();
        bean(JdbcClient.class)
                .sql("select instance_id, encode(sha256(xml), 'hex') from visits.submission")
                .query(row -> {
                    kept.put(row.getString(1), row.getString(2));
                });
        Map<String, String> attached = new HashMap<>();
        bean(JdbcClient.class)
                .sql("select instance_id, sha256 from visits.attachment")
                .query(row -> {
                    attached.put(row.getString(1), row.getString(2));
                });
        long lost = 0;
        for (Sent.Trace sent : answered) {
            boolean whole = sent.xml().equals(kept.get(sent.instanceId()));
            if (sent.photo() != null) {
                whole &= sent.photo().equals(attached.get(sent.instanceId())) && onDisk(sent.photo());
            }
            lost += whole ? 0 : 1;
        }
        return lost;
    }

    private boolean onDisk(String sha256) throws IOException {
        Optional<Path> file = bean(Evidence.class).open(BenchServer.REGENCY, sha256);
        return file.isPresent()
                && Hashes.hex(Hashes.sha256(Files.readAllBytes(file.get()))).equals(sha256);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
