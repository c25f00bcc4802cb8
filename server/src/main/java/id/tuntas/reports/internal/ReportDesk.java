package id.tuntas.reports.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.JobHandler;
import id.tuntas.platform.Jobs;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.reports.internal.ReportMaker.Papers;
import id.tuntas.reports.internal.ReportStore.Facts;
import id.tuntas.reports.internal.ReportStore.Report;
import id.tuntas.rounds.Rounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Reports are made by a job: all facts are read at one moment and kept, then written, so that a job that died goes on with what it had
 * read. What is asked for, what is made and each time a file with families in it is fetched are in the ledger; the digest of a made report's
 * entry is the file's SHA-256.
 */
@Component
class ReportDesk implements JobHandler {

    static final String KIND = "report";
    static final String ASKED = "report.asked";
    static final String MADE = "report.made";

    /** How long a file lies here in which families stand by name. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final String READING = "reportReading";
    private static final String WRITING = "reportWriting";

    record Payload() {}

    record Done(UUID reportId, long size, String sha256) {}

    record Fetched(Report report, byte[] file) {}

    private final Map<ReportKind, ReportMaker<?>> makers;
    private final ReportStore store;
    private final HeadTexts heads;
    private final Jobs jobs;
    private final Json json;
    private final Accounts accounts;
    private final Rounds rounds;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate oneMoment;

    ReportDesk(
            List<ReportMaker<?>> makers,
            ReportStore store,
            HeadTexts heads,
            Jobs jobs,
            Json json,
            Accounts accounts,
            Rounds rounds,
            Ledger ledger,
            BusinessClock clock,
            TransactionTemplate transaction,
            PlatformTransactionManager transactions) {
        this.makers = makers.stream().collect(Collectors.toMap(ReportMaker::kind, Function.identity()));
        this.store = store;
        this.heads = heads;
        this.jobs = jobs;
        this.json = json;
        this.accounts = accounts;
        this.rounds = rounds;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = transaction;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setReadOnly(true);
    }

    /** Returns the id of the report, which is its job's too. */
    @Transactional
    public UUID start(Function<UUID, Ask> asked, Actor actor) {
        UUID id = jobs.start(actor.regencyCode(), KIND, new Payload(), actor.id());
        Ask ask = asked.apply(id);
        store.insert(ask);
        record(ask, ASKED, Map.of(), bytes(Objects.requireNonNullElse(ask.purpose(), "")));
        return id;
    }

    /** The actor's own of a round, the newest first. */
    List<Report> list(Actor actor, UUID roundId, @Nullable UUID before, int limit) {
        return store.list(actor, roundId, before, limit);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Done run(String regencyCode, UUID jobId, JsonNode payload, Progress progress) throws IOException {
        Report report = store.find(regencyCode, jobId).orElseThrow();
        if (report.sha256() != null) {
            return new Done(jobId, Objects.requireNonNull(report.size()), report.sha256());
        }
        Actor actor = accounts.actor(regencyCode, report.askedBy());
        if (!mayStill(actor, report)) {
            throw Refusal.forbidden();
        }
        Ask ask = new Ask(
                jobId,
                report.region() == null ? actor : actor.within(report.region()),
                rounds.find(regencyCode, report.roundId()).orElseThrow(),
                report.kind(),
                report.format(),
                report.regions(),
                report.region(),
                report.standing(),
                report.zero(),
                report.day(),
                report.purpose());
        return make(Objects.requireNonNull(makers.get(report.kind())), ask, progress);
    }

    private <D> Done make(ReportMaker<D> maker, Ask ask, Progress progress) throws IOException {
        progress.at(READING, 0, null);
        Facts kept = store.facts(ask.regencyCode(), ask.id()).orElseGet(() -> read(maker, ask));
        D facts = json.read(kept.json(), maker.facts());
        List<Table> tables = maker.tables(facts);
        Head head = heads.of(ask, kept.asOf(), TableFiles.digest(tables));
        progress.at(WRITING, 0, null);
        byte[] file = switch (ask.format()) {
            case CSV -> TableFiles.csv(head, tables);
            case XLSX -> TableFiles.workbook(head, tables);
            case PDF, GEOJSON, ZIP -> maker.write(facts, head, new KeptPapers(ask, progress));
        };
        return finish(ask, head, file);
    }

    private Facts read(ReportMaker<?> maker, Ask ask) {
        Facts facts = Objects.requireNonNull(
                oneMoment.execute(status -> new Facts(json.write(maker.read(ask)), clock.now())));
        store.keepFacts(ask.regencyCode(), ask.id(), facts);
        return facts;
    }

    private Done finish(Ask ask, Head head, byte[] file) {
        String sha256 = Hashes.hex(Hashes.sha256(file));
        transaction.executeWithoutResult(status -> {
            store.finish(ask.regencyCode(), ask.id(), head.dataSha256(), sha256, file);
            store.forget(ask.regencyCode(), clock.now().minus(KEPT));
            record(ask, MADE, Map.of("sha256", sha256, "size", file.length), file);
        });
        return new Done(ask.id(), file.length, sha256);
    }

    /**
     * The file, for whoever asked for it and may still read what stands in it.
     *
     * @throws Refusal 404 for everybody else, and before it is made; 410 report-gone when it is kept no longer
     */
    @Transactional
    public Fetched fetch(Actor actor, UUID roundId, UUID id) {
        Report report = store.find(actor.regencyCode(), id)
                .filter(one -> one.roundId().equals(roundId)
                        && one.askedBy().equals(actor.id())
                        && one.sha256() != null
                        && mayStill(actor, one))
                .orElseThrow(Refusal::notFound);
        byte[] file = store.file(actor.regencyCode(), id)
                .orElseThrow(() -> new Refusal(HttpStatus.GONE, "report-gone", KEPT.toDays()));
        if (report.kind().personal()) {
            ledger.record(new Act(
                    actor.regencyCode(),
                    actor.id(),
                    "report.fetched",
                    "report",
                    id,
                    place(actor.regencyCode(), report.regions()),
                    Map.of("kind", report.kind().key(), "sha256", Objects.requireNonNull(report.sha256())),
                    file));
        }
        return new Fetched(report, file);
    }

    private static boolean mayStill(Actor actor, Report report) {
        return report.regions().stream()
                .allMatch(region -> actor.may(report.kind().verb(), region));
    }

    /** The one region that it speaks of; the regency for several. */
    private static String place(String regencyCode, List<String> regions) {
        return regions.size() == 1 ? regions.getFirst() : regencyCode;
    }

    private void record(Ask ask, String verb, Map<String, Object> more, byte[] content) {
        Map<String, Object> detail = new HashMap<>(more);
        detail.put("kind", ask.kind().key());
        detail.put("format", ask.format().key());
        ledger.record(new Act(
                ask.regencyCode(),
                ask.actor().id(),
                verb,
                "report",
                ask.id(),
                place(ask.regencyCode(), ask.regions()),
                detail,
                content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Papers that lie in the database until all are there. */
    private final class KeptPapers implements Papers {

        private final Ask ask;
        private final Progress progress;
        private long done;
        private long total;

        KeptPapers(Ask ask, Progress progress) {
            this.ask = ask;
            this.progress = progress;
        }

        @Override
        public void expect(int papers) {
            total = papers;
        }

        @Override
        public byte[] keep(String name, ReportMaker.Making paper) throws IOException {
            progress.at(WRITING, done++, total);
            byte[] kept = store.paper(ask.regencyCode(), ask.id(), name).orElse(null);
            if (kept != null) {
                return kept;
            }
            byte[] made = paper.make();
            store.keepPaper(ask.regencyCode(), ask.id(), name, made);
            return made;
        }
    }
}
