package id.tuntas.bench;

import id.tuntas.TuntasApplication;
import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Accounts.NewAccount;
import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.access.Grant;
import id.tuntas.access.Role;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Cases;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.evidence.Evidence;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Ids;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The real server on a data folder of its own, with a round, officers and families that wait to be visited. */
final class IntakeGround implements AutoCloseable {

    private static final String REGENCY = "51.08";
    private static final int OFFICERS = 32;
    private static final int SAMPLES = 200;
    private static final long PATIENCE_MILLIS = 60_000;

    /** A family on its officer's way. */
    private record Stop(String key, OfficerFamily family) {}

    private final ConfigurableApplicationContext server;
    private final Path folder;
    private final Queue<Stop> waiting = new ArrayDeque<>();
    private final Queue<Sent> answered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger photos = new AtomicInteger();
    private String formVersion = "";

    private IntakeGround(ConfigurableApplicationContext server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static IntakeGround prepare(int families) throws IOException {
        Path folder = Files.createTempDirectory("tuntas-bench");
        ConfigurableApplicationContext server = new SpringApplicationBuilder(TuntasApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--tuntas.data=" + folder,
                        "--tuntas.db-url=",
                        "--logging.level.root=error",
                        "--logging.level.id.tuntas=warn");
        IntakeGround ground = new IntakeGround(server, folder);
        ground.fill(families);
        return ground;
    }

    private <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    private void fill(int families) {
        Actor coordinator = actor("citra", Role.REGENCY_COORDINATOR, REGENCY);
        formVersion = VervalForm.definition().version();
        LocalDate today = LocalDate.now();
        Round round = bean(Rounds.class)
                .create(
                        coordinator,
                        new NewRound(
                                "BENCH-1",
                                "Bench",
                                today.minusDays(2),
                                today.plusDays(20),
                                today.plusDays(300),
                                VervalForm.FORM_ID,
                                formVersion,
                                List.of(new DatedPovertyLine(today.minusYears(1), 322_170, 500_000)),
                                EvidenceRules.standard(),
                                Household.ATTEMPTS,
                                RoundState.OPEN));
        List<Region> villages = bean(Regions.class).villages(REGENCY).values().stream()
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
            Actor officer = actor("officer" + i, Role.OFFICER, village.substring(0, "51.08.05".length()));
            bean(Assignments.class)
                    .assign(coordinator, new AssignFamilies(officer.id(), List.of(), List.of(village), null));
            String key = bean(CollectKeys.class).keyOf(REGENCY, officer.id());
            Queue<Stop> theirs = new ArrayDeque<>();
            bean(Cases.class).familiesOf(REGENCY, officer.id()).forEach(family -> theirs.add(new Stop(key, family)));
            byOfficer.add(theirs);
        }
        while (byOfficer.stream().anyMatch(theirs -> !theirs.isEmpty())) {
            byOfficer.forEach(theirs -> Optional.ofNullable(theirs.poll()).ifPresent(waiting::add));
        }
    }

    private Actor actor(String username, Role role, String region) {
        Account account = bean(Accounts.class)
                .create(
                        null,
                        new NewAccount(REGENCY, username, username, null, null, List.of(new Grant(role, region))));
        return bean(Accounts.class).actor(REGENCY, account.id());
    }

    DataSource dataSource() {
        return bean(DataSource.class);
    }

    String databaseVersion() {
        return bean(JdbcClient.class).sql("""
                        select 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync')
                            || ', synchronous_commit ' || current_setting('synchronous_commit')
                        """).query(String.class).single();
    }

    /** The next family's visit; each family is visited once. */
    private Sent next(boolean photo) {
        Stop next = waiting.remove();
        String instanceId = "uuid:" + Ids.next();
        return new Sent(
                next.key(),
                instanceId,
                Household.visited(next.family(), instanceId, formVersion, photo),
                photo ? photos.incrementAndGet() : null);
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
        int port = ((WebServerApplicationContext) server).getWebServer().getPort();
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
            answered.add(sent);
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    void awaitInterpretation() throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (bean(JdbcClient.class)
                .sql("select exists (select from visits.submission where interpreted_at is null)")
                .query(Boolean.class)
                .single()) {
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
        for (Sent sent : answered) {
            boolean whole = Hashes.hex(Hashes.sha256(sent.xml())).equals(kept.get(sent.instanceId()));
            if (sent.photo() != null) {
                String sha256 = Hashes.hex(Hashes.sha256(Photo.numbered(sent.photo())));
                whole &= sha256.equals(attached.get(sent.instanceId())) && onDisk(sha256);
            }
            lost += whole ? 0 : 1;
        }
        return lost;
    }

    private boolean onDisk(String sha256) throws IOException {
        Optional<Path> file = bean(Evidence.class).open(REGENCY, sha256);
        return file.isPresent()
                && Hashes.hex(Hashes.sha256(Files.readAllBytes(file.get()))).equals(sha256);
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
