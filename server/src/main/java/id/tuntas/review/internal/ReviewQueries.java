package id.tuntas.review.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Json;
import id.tuntas.platform.Page;
import id.tuntas.regions.Regions;
import id.tuntas.review.Decision;
import id.tuntas.review.VisitDecision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** What waits for a reviewer, and what was decided; the reviewer's region is in the SQL. */
@Component
class ReviewQueries {

    /** Visits that stand for their families, those of a watch only for the whole regency's reviewer; a broken rule of the form is a flag already, so it is not counted twice. */
    private static final String QUEUED = """
            with queued as (
                select v.id, v.deprecated_id, v.family_id, f.head_name, v.village_code, v.officer_id, v.visited_at, v.received_at,
                    coalesce(v.confirmed, v.proposed) as finding, v.contact, v.state, s.visit_id as sampled,
                    coalesce(m.raised, 0) + (select count(*) from visits.conflict c
                        where c.regency_code = v.regency_code and c.visit_id = v.id and c.resolved_at is null
                            and c.code <> 'constraint') as flags
                from visits.visit v
                join cases.family f on f.regency_code = v.regency_code and f.id = v.family_id
                left join visits.revisit g on g.regency_code = v.regency_code and g.id = v.revisit_id
                left join review.mark m on m.regency_code = v.regency_code and m.visit_id = v.id
                left join review.sampled_visit s on s.regency_code = v.regency_code and s.visit_id = v.id
                    and s.outcome is null and v.village_code like any(:sampleScope) and v.officer_id <> :me
                    and not exists (select from review.decision d where d.regency_code = v.regency_code
                        and d.visit_id = v.id and d.decision = 'approve' and d.decided_by = :me)
                where v.regency_code = :regency and v.round_id = cast(:round as uuid) and v.state in ('received', 'approved')
                    and v.id in (f.visit_id, g.visit_id)
                    and v.village_code like any(:scope) and (:regencyWide or g.kind is distinct from 'watch')
                    and (cast(:district as text) is null or v.district_code = :district)
            )
            """;

    /** Whether a visit that it was edited from, however often, was sent back; as {@link Corrections} has it. */
    private static final String CORRECTS = """
            exists (with recursive former as (
                    select w.id, w.deprecated_id from visits.visit w
                    where w.regency_code = :regency and w.instance_id = queued.deprecated_id
                    union
                    select w.id, w.deprecated_id from former
                    join visits.visit w on w.regency_code = :regency and w.instance_id = former.deprecated_id)
                select from former join review.decision d on d.regency_code = :regency and d.visit_id = former.id
                where d.decision = 'return') as corrects
            """;

    enum Filter {
        FLAGGED("flagged", "state = 'received' and flags > 0"),
        ALL("all", "state = 'received'"),
        SAMPLE("sample", "sampled is not null");

        private final String key;
        private final String condition;

        Filter(String key, String condition) {
            this.key = key;
            this.condition = condition;
        }

        static Optional<Filter> findByKey(String key) {
            return List.of(values()).stream()
                    .filter(filter -> filter.key.equals(key))
                    .findFirst();
        }
    }

    record Queue(List<Item> items, @Nullable String next, Counts counts) {}

    record Counts(int flagged, int all, int sample) {}

    /** @param corrects it mends a visit that was sent back */
    record Item(
            UUID visitId,
            UUID caseId,
            String name,
            String villageName,
            String officer,
            Instant visitedAt,
            @Nullable String finding,
            @Nullable String contact,
            int flags,
            boolean corrects,
            long waitingDays) {}

    /** @param by who looked a second time; null before */
    record Sampled(
            Instant drawnAt,
            @Nullable String outcome,
            String reason,
            @Nullable UUID by,
            @Nullable Instant at) {}

    private record Row(
            UUID id,
            UUID caseId,
            String name,
            String village,
            UUID officer,
            Instant visitedAt,
            Instant receivedAt,
            @Nullable String finding,
            @Nullable String contact,
            int flags,
            boolean corrects) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Regions regions;
    private final BusinessClock clock;
    private final Json json;

    ReviewQueries(JdbcClient jdbc, Accounts accounts, Regions regions, BusinessClock clock, Json json) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
        this.json = json;
    }

    /**
     * The longest waiting first.
     *
     * @param roundId null where there is no round, and nothing waits
     */
    Queue queue(
            Actor actor,
            @Nullable UUID roundId,
            @Nullable String district,
            Filter filter,
            @Nullable UUID after,
            int limit) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("regency", actor.regencyCode());
        parameters.put("round", roundId);
        parameters.put("scope", actor.scope(Verb.VISIT_REVIEW));
        parameters.put("sampleScope", actor.scope(Verb.VISIT_SAMPLE));
        parameters.put("regencyWide", actor.may(Verb.VISIT_REVIEW, actor.regencyCode()));
        parameters.put("me", actor.id());
        parameters.put("district", district);
        Counts counts = jdbc.sql(QUEUED + """
                select count(*) filter (where state = 'received' and flags > 0) as flagged,
                    count(*) filter (where state = 'received') as waiting, count(sampled) as sample
                from queued
                """)
                .params(parameters)
                .query((row, n) -> new Counts(row.getInt("flagged"), row.getInt("waiting"), row.getInt("sample")))
                .single();
        parameters.put("after", after);
        parameters.put("limit", limit + 1);
        List<Row> rows = jdbc.sql(
                        QUEUED + "select queued.*, " + CORRECTS + " from queued where " + filter.condition + """
                 and (cast(:after as uuid) is null or id > :after) order by id limit :limit
                """)
                .params(parameters)
                .query(ReviewQueries::row)
                .list();
        Page<Row> page = Page.of(rows, limit, row -> row.id().toString());
        Map<UUID, String> officers = accounts.names(
                actor.regencyCode(), page.items().stream().map(Row::officer).collect(Collectors.toSet()));
        return new Queue(page.items().stream().map(row -> item(row, officers)).toList(), page.next(), counts);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("family_id", UUID.class),
                row.getString("head_name"),
                row.getString("village_code"),
                row.getObject("officer_id", UUID.class),
                row.getTimestamp("visited_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getString("finding"),
                row.getString("contact"),
                row.getInt("flags"),
                row.getBoolean("corrects"));
    }

    private Item item(Row row, Map<UUID, String> officers) {
        return new Item(
                row.id(),
                row.caseId(),
                row.name(),
                regions.name(row.village()),
                officers.getOrDefault(row.officer(), ""),
                row.visitedAt(),
                Optional.ofNullable(row.finding())
                        .flatMap(Finding::findByCode)
                        .map(Finding::key)
                        .orElse(null),
                Optional.ofNullable(row.contact())
                        .flatMap(ContactResult::findByCode)
                        .map(ContactResult::key)
                        .orElse(null),
                row.flags(),
                row.corrects(),
                Math.max(0, ChronoUnit.DAYS.between(BusinessClock.dayOf(row.receivedAt()), clock.today())));
    }

    /** Oldest first. */
    List<VisitDecision> decisionsOn(String regencyCode, Collection<UUID> visitIds) {
        return jdbc.sql("""
                select visit_id, decision, reason, finding, decided_by, at from review.decision
                where regency_code = :regency and visit_id = any(:visits) order by id
                """)
                .param("regency", regencyCode)
                .param("visits", visitIds.toArray(UUID[]::new))
                .query((row, n) -> new VisitDecision(
                        row.getObject("visit_id", UUID.class),
                        Decision.findByKey(row.getString("decision")).orElseThrow(),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("finding"))
                                .flatMap(Finding::findByCode)
                                .orElse(null),
                        row.getObject("decided_by", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    boolean approvedBy(Actor actor, UUID visitId) {
        return decisionsOn(actor.regencyCode(), List.of(visitId)).stream()
                .anyMatch(decided ->
                        decided.decision() == Decision.APPROVE && decided.by().equals(actor.id()));
    }

    /** What the last look at a visit raised; empty for a visit of no round, at which nothing looks. */
    Optional<List<QualityFlag>> flags(String regencyCode, UUID visitId) {
        return jdbc.sql("select flags from review.mark where regency_code = :regency and visit_id = :visit")
                .param("regency", regencyCode)
                .param("visit", visitId)
                .query(String.class)
                .optional()
                .map(flags -> json.read(flags, new TypeReference<List<QualityFlag>>() {}));
    }

    /** Approved visits of a round that no sample holds yet, by district. */
    Map<String, List<UUID>> approvedAndNotDrawn(String regencyCode, UUID roundId) {
        record Candidate(String district, UUID visit) {}
        return jdbc
                .sql("""
                select v.district_code, v.id from visits.visit v
                where v.regency_code = :regency and v.round_id = :round and v.state = 'approved'
                    and not exists (select from review.sampled_visit s
                        where s.regency_code = v.regency_code and s.visit_id = v.id)
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query((row, n) -> new Candidate(row.getString("district_code"), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Candidate::district, TreeMap::new, Collectors.mapping(Candidate::visit, Collectors.toList())));
    }

    Optional<Sampled> sampled(String regencyCode, UUID visitId) {
        return jdbc.sql("""
                select d.drawn_at, s.outcome, s.reason, s.rechecked_by, s.rechecked_at from review.sampled_visit s
                join review.sample d on d.regency_code = s.regency_code and d.id = s.sample_id
                where s.regency_code = :regency and s.visit_id = :visit
                """)
                .param("regency", regencyCode)
                .param("visit", visitId)
                .query((row, n) -> new Sampled(
                        row.getTimestamp("drawn_at").toInstant(),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getObject("rechecked_by", UUID.class),
                        row.getTimestamp("rechecked_at") == null
                                ? null
                                : row.getTimestamp("rechecked_at").toInstant()))
                .optional();
    }
}
