package id.tuntas.graduation.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.Finding;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.GraduationState;
import id.tuntas.graduation.Lacking;
import id.tuntas.graduation.internal.Grounds.Reassessment;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.VisitState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Families on their way from what arrived to zero; the reader's region is in the SQL. */
@Component
class GraduationQueries {

    /** What a family waits for. */
    enum Step {
        /** For somebody who asks for a re-visit. */
        ASK("ask"),
        /** For its officer or its reviewer. */
        VISIT("visit"),
        PROPOSE("propose"),
        /** For the village's word. */
        VILLAGE("village"),
        DECIDE("decide"),
        GRADUATED("graduated");

        private final String key;

        Step(String key) {
            this.key = key;
        }

        @JsonValue
        String key() {
            return key;
        }

        static Optional<Step> findByKey(String key) {
            return Arrays.stream(values()).filter(step -> step.key.equals(key)).findFirst();
        }
    }

    /** A re-visit that is under way. @param state of the visit that stands for it; null before there is one */
    record RevisitShow(
            RevisitKind kind, String officer, @Nullable VisitState state) {}

    /** @param line that held on the day; rupiah a person a month as {@code perPerson} */
    record ReassessmentShow(
            UUID visitId,
            LocalDate day,
            @Nullable Long perPerson,
            long line,
            @Nullable String finding,
            int photos) {}

    /** @param villageMeeting that said so; null where a paper did */
    record GraduationShow(
            UUID id,
            int version,
            GraduationState state,
            long perPerson,
            long line,
            @Nullable LocalDate villageOn,
            @Nullable String villageReason,
            @Nullable UUID villageMeeting,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedReason,
            @Nullable LocalDate endedOn,
            @Nullable String endedReason) {}

    /**
     * @param finding of the first visit, whatever came later
     * @param received programmes that an officer has seen arrive
     * @param lacks what it lacks to be proposed
     */
    record CandidateShow(
            UUID caseId,
            String number,
            String name,
            String villageName,
            @Nullable UUID officerId,
            @Nullable String finding,
            int received,
            @Nullable LocalDate receivedOn,
            Step step,
            List<Lacking> lacks,
            @Nullable RevisitShow revisit,
            @Nullable ReassessmentShow reassessment,
            @Nullable GraduationShow graduation) {}

    /** @param counts families by step */
    record Candidates(List<CandidateShow> items, @Nullable String next, Map<Step, Integer> counts) {}

    private static final String CANDIDATES = """
            with candidate as (
                select f.id, f.round_id, f.number, f.head_name, f.village_code, f.officer_id, f.finding, i.*, p.*, v.*,
                    r.kind, r.officer_id as asked, r.visit_state,
                    g.id as graduation, g.version, g.state, g.per_person, g.line, g.village_on, g.village_reason, g.village_meeting,
                    g.decided_on, g.decided_reason, g.ended_on, g.ended_reason,
                    case when g.state = 'graduated' then 'graduated' when g.state = 'agreed' then 'decide'
                        when g.state = 'proposed' then 'village' when r.kind is not null then 'visit'
                        when v.seen_id is not null and v.seen_id is distinct from g.ended_visit_id
                            and cast(v.visited_at at time zone 'Asia/Makassar' as date) >= coalesce(i.received_on, '-infinity')
                            then 'propose'
                        else 'ask' end as step
                from cases.family f
                """ + GroundQueries.JOINS + """
                left join lateral (select r.kind, r.officer_id, w.state as visit_state from visits.revisit r
                    left join visits.visit w on w.regency_code = r.regency_code and w.id = r.visit_id
                    where r.regency_code = f.regency_code and r.family_id = f.id and r.ended_at is null
                        and (r.kind <> 'watch' or :watch)
                    order by r.kind = 'watch' limit 1) r on true
                left join lateral (select * from graduation.graduation g where g.regency_code = f.regency_code and g.family_id = f.id
                    order by g.id desc limit 1) g on true
                where f.regency_code = :regency and f.village_code like any(:scope)
            """;

    private final JdbcClient jdbc;
    private final RuleStore rules;
    private final Rounds rounds;
    private final Regions regions;
    private final Accounts accounts;

    GraduationQueries(JdbcClient jdbc, RuleStore rules, Rounds rounds, Regions regions, Accounts accounts) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.rounds = rounds;
        this.regions = regions;
        this.accounts = accounts;
    }

    Candidates list(Actor actor, String roundCode, Step step, String after, int limit) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        String concerned = CANDIDATES + """
                and f.round_id = :round and f.state = 'approved'
                and (i.received > 0 or r.kind is not null or v.seen_id is not null))
                """;
        Map<Step, Integer> counts = new TreeMap<>();
        Arrays.stream(Step.values()).forEach(one -> counts.put(one, 0));
        bound(actor, concerned + "select step, count(*) as families from candidate group by step")
                .param("round", round.id())
                .query(row -> {
                    counts.put(Step.findByKey(row.getString("step")).orElseThrow(), row.getInt("families"));
                });
        List<CandidateShow> found = bound(
                        actor,
                        concerned
                                + "select * from candidate where step = :step and number > :after order by number limit :limit")
                .param("round", round.id())
                .param("step", step.key())
                .param("after", after)
                .param("limit", limit + 1)
                .query(mapper(actor, round))
                .list();
        Page<CandidateShow> page = Page.of(found, limit, CandidateShow::number);
        return new Candidates(page.items(), page.next(), counts);
    }

    CandidateShow show(Actor actor, UUID caseId) {
        Round round = jdbc.sql("select round_id from cases.family where regency_code = :regency and id = :id")
                .param("regency", actor.regencyCode())
                .param("id", caseId)
                .query(UUID.class)
                .optional()
                .flatMap(id -> rounds.find(actor.regencyCode(), id))
                .orElseThrow(Refusal::notFound);
        return bound(actor, CANDIDATES + "and f.id = :family) select * from candidate")
                .param("family", caseId)
                .query(mapper(actor, round))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Where a watch is told of: to who draws it, and to nobody else. */
    private JdbcClient.StatementSpec bound(Actor actor, String sql) {
        return jdbc.sql(sql)
                .param("regency", actor.regencyCode())
                .param("scope", actor.scope(Verb.CASE_READ))
                .param("watch", actor.may(Verb.VISIT_SAMPLE));
    }

    /** The family of a graduation that the actor may read about. */
    UUID familyOf(Actor actor, UUID id) {
        return visible(actor, id, "g.family_id", UUID.class);
    }

    String paperOf(Actor actor, UUID id) {
        return visible(actor, id, "g.village_paper", String.class);
    }

    private <T> T visible(Actor actor, UUID id, String column, Class<T> type) {
        return jdbc.sql("select " + column + """
                 from graduation.graduation g
                join cases.family f on f.regency_code = g.regency_code and f.id = g.family_id
                where g.regency_code = :regency and g.id = :id and f.village_code like any(:scope)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("scope", actor.scope(Verb.CASE_READ))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, type)))
                .optional()
                .flatMap(found -> found)
                .orElseThrow(Refusal::notFound);
    }

    private RowMapper<CandidateShow> mapper(Actor actor, Round round) {
        GraduationRule rule = rules.of(actor.regencyCode(), round.id());
        return (row, n) -> {
            Grounds grounds = GroundQueries.grounds(row, rule, round);
            return new CandidateShow(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getString("head_name"),
                    regions.name(row.getString("village_code")),
                    row.getObject("officer_id", UUID.class),
                    Finding.findByCode(Objects.requireNonNullElse(row.getString("finding"), ""))
                            .map(Finding::key)
                            .orElse(null),
                    row.getInt("received"),
                    grounds.receivedOn(),
                    Step.findByKey(row.getString("step")).orElseThrow(),
                    grounds.lacks(),
                    revisit(actor, row),
                    reassessment(grounds),
                    graduation(row));
        };
    }

    private @Nullable RevisitShow revisit(Actor actor, ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        if (kind == null) {
            return null;
        }
        UUID officer = row.getObject("asked", UUID.class);
        String state = row.getString("visit_state");
        return new RevisitShow(
                RevisitKind.ofKey(kind),
                accounts.names(actor.regencyCode(), List.of(officer)).getOrDefault(officer, ""),
                state == null ? null : VisitState.findByKey(state).orElseThrow());
    }

    private static @Nullable ReassessmentShow reassessment(Grounds grounds) {
        Reassessment seen = grounds.reassessment();
        return seen == null
                ? null
                : new ReassessmentShow(
                        seen.visitId(),
                        seen.day(),
                        seen.perPerson(),
                        grounds.line(),
                        seen.confirmed() == null ? null : seen.confirmed().key(),
                        seen.photos());
    }

    private static @Nullable GraduationShow graduation(ResultSet row) throws SQLException {
        UUID id = row.getObject("graduation", UUID.class);
        return id == null
                ? null
                : new GraduationShow(
                        id,
                        row.getInt("version"),
                        GraduationState.ofKey(row.getString("state")),
                        row.getLong("per_person"),
                        row.getLong("line"),
                        row.getObject("village_on", LocalDate.class),
                        row.getString("village_reason"),
                        row.getObject("village_meeting", UUID.class),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("decided_reason"),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("ended_reason"));
    }
}
