package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.Answers;
import id.tuntas.forms.FindingProposal;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.Forms;
import id.tuntas.forms.PovertyLine;
import id.tuntas.forms.SubmissionFinding;
import id.tuntas.forms.VervalAnswers;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.Json;
import id.tuntas.platform.Page;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.VisitDetail;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits.VisitFilter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

@Component
class VisitQueries {

    private static final String SELECT = """
            select v.*, coalesce(f.visit_id = v.id or g.visit_id = v.id, false) as current,
                (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'detail', c.detail, 'at', c.at,
                        'resolvedAt', c.resolved_at) order by c.code), '[]')
                    from visits.conflict c where c.regency_code = v.regency_code and c.visit_id = v.id) as conflicts,
                (select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'sha256', a.sha256, 'size', e.size,
                        'mediaType', e.media_type, 'width', e.width, 'height', e.height, 'takenAt', e.taken_at,
                        'takenLat', e.taken_lat, 'takenLng', e.taken_lng, 'accepted', e.accepted, 'at', a.received_at) order by a.name, a.received_at), '[]')
                    from visits.attachment a
                    join evidence.file e on e.regency_code = a.regency_code and e.sha256 = a.sha256
                    where a.regency_code = v.regency_code and a.instance_id = v.instance_id
                        and a.officer_id = v.officer_id) as attachments,
                (select count(*) from visits.attachment a
                    where a.regency_code = v.regency_code and a.instance_id = v.instance_id
                        and a.officer_id = v.officer_id and exists (
                        select from visits.attachment b
                        join visits.visit w on w.regency_code = b.regency_code and w.instance_id = b.instance_id
                            and w.officer_id = b.officer_id
                        where b.regency_code = a.regency_code and b.sha256 = a.sha256
                            and b.instance_id <> a.instance_id
                            and w.family_id is distinct from v.family_id)) as borrowed
            from visits.visit v
            left join cases.family f on f.regency_code = v.regency_code and f.id = v.family_id
            left join visits.revisit g on g.regency_code = v.regency_code and g.id = v.revisit_id
            where v.regency_code = :regency
            """;

    /** A visit of a watch that still runs is known to who paid it and to who draws samples. */
    private static final String TOLD = """
            and (g.kind is distinct from 'watch' or g.ended_at is not null or v.officer_id = :me
                or v.region_code like any(:sampleScope))
            """;

    /** @param fields paths of the questions the officer should look at again */
    record ReturnedVisit(UUID visitId, String reason, List<String> fields, Instant at) {}

    private record Found(
            VisitSummary summary,
            byte[] xml,
            String findings,
            @Nullable PovertyLine line) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final SummaryRows rows;
    private final Forms forms;

    VisitQueries(JdbcClient jdbc, Json json, Forms forms) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new SummaryRows(json);
        this.forms = forms;
    }

    Optional<VisitSummary> summary(String regencyCode, UUID visitId) {
        return jdbc.sql(SELECT + "and v.id = :id")
                .param("regency", regencyCode)
                .param("id", visitId)
                .query(rows)
                .optional();
    }

    /** The visit, if the actor may see it: one of his region, one of his own, or one that came back to him with its family. */
    Optional<VisitSummary> visible(Actor actor, UUID visitId) {
        return jdbc.sql(SELECT + TOLD + "and v.id = :id and (v.region_code like any(:scope) or v.officer_id = :me"
                        + " or v.state = 'returned' and f.visit_id = v.id and f.officer_id = :me)")
                .param("regency", actor.regencyCode())
                .param("id", visitId)
                .param("scope", actor.scope(Verb.CASE_READ))
                .param("sampleScope", actor.scope(Verb.VISIT_SAMPLE))
                .param("me", actor.id())
                .query(rows)
                .optional();
    }

    /** What came back to an officer, by family. */
    Map<UUID, ReturnedVisit> returnedTo(Actor officer) {
        Map<UUID, ReturnedVisit> returned = new HashMap<>();
        jdbc.sql("""
                select v.family_id, v.id, v.returned_reason, v.returned_fields, v.returned_at from visits.visit v
                join cases.family f on f.regency_code = v.regency_code and f.id = v.family_id
                left join visits.revisit g on g.regency_code = v.regency_code and g.id = v.revisit_id and g.visit_id = v.id
                where v.regency_code = :regency and v.state = 'returned'
                    and (f.visit_id = v.id and f.officer_id = :me or g.officer_id = :me)
                """)
                .param("regency", officer.regencyCode())
                .param("me", officer.id())
                .query(row -> {
                    returned.put(
                            row.getObject("family_id", UUID.class),
                            new ReturnedVisit(
                                    row.getObject("id", UUID.class),
                                    row.getString("returned_reason"),
                                    List.of((String[])
                                            row.getArray("returned_fields").getArray()),
                                    row.getTimestamp("returned_at").toInstant()));
                });
        return returned;
    }

    List<VisitSummary> ofCase(Actor actor, UUID caseId) {
        return jdbc.sql(SELECT + TOLD + "and v.family_id = :family order by v.id")
                .param("regency", actor.regencyCode())
                .param("sampleScope", actor.scope(Verb.VISIT_SAMPLE))
                .param("me", actor.id())
                .param("family", caseId)
                .query(rows)
                .list();
    }

    /** From the visit's photos to those of others, also in a database whose tables nobody has analysed yet: "offset 0" keeps that order. */
    List<UUID> showingSamePhotos(String regencyCode, UUID visitId) {
        return jdbc.sql("""
                with shown as materialized (
                    select distinct b.sha256, w.id, w.family_id from visits.visit v
                    cross join lateral (
                        select sha256 from visits.attachment
                        where regency_code = v.regency_code and instance_id = v.instance_id and officer_id = v.officer_id
                        offset 0) a
                    cross join lateral (
                        select sha256, instance_id, officer_id from visits.attachment
                        where regency_code = v.regency_code and sha256 = a.sha256
                        offset 0) b
                    cross join lateral (
                        select id, family_id from visits.visit
                        where regency_code = v.regency_code and instance_id = b.instance_id and officer_id = b.officer_id
                            and id <> v.id
                        offset 0) w
                    where v.regency_code = :regency and v.id = :id)
                select distinct w.id from shown w where not exists (
                    select from shown u
                    where u.sha256 = w.sha256 and u.id <> w.id and u.family_id is distinct from w.family_id)
                """)
                .param("regency", regencyCode)
                .param("id", visitId)
                .query(UUID.class)
                .list();
    }

    Page<VisitSummary> list(Actor actor, VisitFilter filter) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("regency", actor.regencyCode());
        parameters.put("scope", actor.scope(Verb.CASE_READ));
        parameters.put("sampleScope", actor.scope(Verb.VISIT_SAMPLE));
        parameters.put("me", actor.id());
        parameters.put("instance", filter.instanceId());
        parameters.put(
                "receipt", filter.receipt() == null ? null : filter.receipt().bytes());
        parameters.put("round", filter.roundId());
        parameters.put("state", filter.state() == null ? null : filter.state().key());
        parameters.put("conflict", filter.conflict());
        parameters.put("after", filter.after() == null ? null : UUID.fromString(filter.after()));
        parameters.put("limit", filter.limit() + 1);
        List<VisitSummary> found =
                jdbc.sql(SELECT + TOLD + """
                and (v.region_code like any(:scope) or v.officer_id = :me)
                and (cast(:instance as text) is null or v.instance_id = :instance)
                and (cast(:receipt as bytea) is null or v.id in (select s.id from visits.submission s
                    where s.regency_code = :regency and substring(s.content_hash, 1, 4) = :receipt))
                and (cast(:round as uuid) is null or v.round_id = :round)
                and (cast(:state as text) is null or v.state = :state)
                and (cast(:conflict as text) is null or exists (select from visits.conflict c
                    where c.regency_code = v.regency_code and c.visit_id = v.id and c.resolved_at is null
                        and (:conflict = 'any' or c.code = :conflict)))
                and (cast(:after as uuid) is null or v.id < :after)
                order by v.id desc limit :limit
                """).params(parameters).query(rows).list();
        return Page.of(found, filter.limit(), visit -> visit.id().toString());
    }

    Optional<VisitDetail> find(String regencyCode, UUID visitId) {
        return jdbc.sql("select v.*, s.xml from (" + SELECT + "and v.id = :id) v"
                        + " join visits.submission s on s.regency_code = v.regency_code and s.id = v.id")
                .param("regency", regencyCode)
                .param("id", visitId)
                .query((row, n) -> new Found(
                        rows.mapRow(row, n),
                        row.getBytes("xml"),
                        row.getString("findings"),
                        row.getObject("line_extreme", Long.class) == null
                                ? null
                                : new PovertyLine(row.getLong("line_extreme"), row.getLong("line_poor"))))
                .optional()
                .map(this::detail);
    }

    private VisitDetail detail(Found found) {
        VisitSummary summary = found.summary();
        Answers answers = answers(found);
        VervalAnswers verval = VervalAnswers.of(answers);
        return new VisitDetail(
                summary,
                answers,
                verval,
                found.line() == null ? null : FindingProposal.of(verval, found.line()),
                json.read(found.findings(), new TypeReference<List<SubmissionFinding>>() {}));
    }

    private Answers answers(Found found) {
        VisitSummary summary = found.summary();
        Set<String> repeats = forms.find(summary.regencyCode(), summary.formId(), summary.formVersion())
                .map(FormDefinition::repeats)
                .orElseGet(() -> VervalForm.definition().repeats());
        return Answers.read(found.xml(), repeats);
    }

    /** The instance as it was sent, byte for byte. */
    Optional<byte[]> xml(String regencyCode, UUID visitId) {
        return jdbc.sql("select xml from visits.submission where regency_code = :regency and id = :id")
                .param("regency", regencyCode)
                .param("id", visitId)
                .query(byte[].class)
                .optional();
    }

    boolean hasConflict(String regencyCode, UUID visitId, ConflictCode code) {
        return jdbc.sql("""
                select exists (select from visits.conflict
                    where regency_code = :regency and visit_id = :visit and code = :code and resolved_at is null)
                """)
                .param("regency", regencyCode)
                .param("visit", visitId)
                .param("code", code.key())
                .query(Boolean.class)
                .single();
    }

    /** Whether the actor may see a file: it hangs on a visit of his region, or on one of his own. */
    boolean maySee(Actor actor, String sha256) {
        return jdbc.sql("""
                select exists (select from visits.attachment a
                    join visits.visit v on v.regency_code = a.regency_code and v.instance_id = a.instance_id
                        and v.officer_id = a.officer_id
                    where a.regency_code = :regency and a.sha256 = :sha256
                        and (v.region_code like any(:scope) or v.officer_id = :me))
                """)
                .param("regency", actor.regencyCode())
                .param("sha256", sha256)
                .param("scope", actor.scope(Verb.CASE_READ))
                .param("me", actor.id())
                .query(Boolean.class)
                .single();
    }
}
