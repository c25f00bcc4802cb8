package id.tuntas.visits.internal;

import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Finding;
import id.tuntas.forms.FindingProposal;
import id.tuntas.platform.Json;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.internal.Situation.Former;
import id.tuntas.visits.internal.WaitingSubmissions.StoredSubmission;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The visits that came of submissions, and what stands against them. */
@Component
class VisitStore {

    /** A visit's row while a mark is set. */
    record Locked(
            int version,
            VisitState state,
            UUID officerId,
            @Nullable UUID familyId,
            @Nullable UUID revisitId) {}

    /** A visit that proposes a family under a number. */
    record Proposal(@Nullable UUID familyId) {}

    /**
     * What came of a submission's instance before it.
     *
     * @param known whether another content of it was interpreted
     * @param edits those of the same officer that stand; looked for among its few edits and not among all that he sent
     */
    record SameInstance(boolean known, List<UUID> edits) {}

    private final JdbcClient jdbc;
    private final Json json;

    VisitStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The visit an edit speaks of; of several under one instanceID, the one that stands. */
    Optional<Former> former(String regencyCode, String instanceId) {
        return jdbc.sql("""
                select id, officer_id, family_id, state, revision from visits.visit
                where regency_code = :regency and instance_id = :instance
                order by state = 'conflict', id limit 1
                """)
                .param("regency", regencyCode)
                .param("instance", instanceId)
                .query((row, n) -> new Former(
                        row.getObject("id", UUID.class),
                        row.getObject("officer_id", UUID.class),
                        row.getObject("family_id", UUID.class),
                        VisitState.findByKey(row.getString("state")).orElseThrow(),
                        row.getInt("revision")))
                .optional();
    }

    /** What proposed a family under this number before and was not declined; what is matched to a family goes before what waits. */
    Optional<Proposal> proposal(String regencyCode, String number) {
        return jdbc.sql("""
                select family_id from visits.visit
                where regency_code = :regency and named = :number and named like 'USUL-%' and state <> 'rejected'
                order by family_id is null, id limit 1
                """)
                .param("regency", regencyCode)
                .param("number", number)
                .query((row, n) -> new Proposal(row.getObject("family_id", UUID.class)))
                .optional();
    }

    SameInstance sameInstance(StoredSubmission submission) {
        return jdbc.sql("""
                select exists (select from visits.visit where regency_code = :regency and instance_id = :instance) as known,
                    array(select id from (
                        select id, officer_id, state from visits.visit
                        where regency_code = :regency and deprecated_id = :instance offset 0) edit
                        where officer_id = :officer and state not in ('conflict', 'rejected')) as edits
                """)
                .param("regency", submission.regencyCode())
                .param("instance", submission.instanceId())
                .param("officer", submission.officerId())
                .query((row, n) -> new SameInstance(row.getBoolean("known"), List.of((UUID[])
                        row.getArray("edits").getArray())))
                .single();
    }

    void insert(VisitRow visit) {
        Map<String, @Nullable Object> values = new HashMap<>(visit.columns());
        values.put("answers", json.write(visit.answers()));
        values.put("findings", json.write(visit.findings()));
        jdbc.sql("""
                insert into visits.visit (regency_code, id, family_id, round_id, named, region_code, district_code,
                    village_code, officer_id, instance_id, deprecated_id, revision, state, form_id, form_version, contact,
                    proposed, line_extreme, line_poor, visited_at, phone_time, skew_seconds, received_at, minutes, people, expenditure, income, lat,
                    lng, accuracy, answers, findings, file_names, revisit_id)
                values (:regency, :id, :family, :round, :named, :region, :district, :village, :officer, :instance,
                    :deprecated, :revision, :state, :form, :formVersion, :contact, :proposed, :lineExtreme, :linePoor,
                    :visitedAt, :phoneTime, :skew, :receivedAt, :minutes, :people, :expenditure, :income, :lat, :lng, :accuracy,
                    cast(:answers as jsonb), cast(:findings as jsonb), :fileNames, :revisit)
                """).params(values).update();
    }

    void insertConflicts(String regencyCode, UUID visitId, Map<ConflictCode, String> conflicts, Instant at) {
        conflicts.forEach((code, detail) -> jdbc.sql("""
                insert into visits.conflict (regency_code, visit_id, code, detail, at)
                values (:regency, :visit, :code, :detail, :at)
                on conflict (regency_code, visit_id, code) do update set detail = excluded.detail
                """)
                .param("regency", regencyCode)
                .param("visit", visitId)
                .param("code", code.key())
                .param("detail", detail)
                .param("at", Timestamp.from(at))
                .update());
    }

    void resolveConflicts(String regencyCode, UUID visitId, Instant at) {
        jdbc.sql("""
                update visits.conflict set resolved_at = :at
                where regency_code = :regency and visit_id = :visit and resolved_at is null
                """)
                .param("at", Timestamp.from(at))
                .param("regency", regencyCode)
                .param("visit", visitId)
                .update();
    }

    void resolve(String regencyCode, UUID visitId, ConflictCode code, Instant at) {
        jdbc.sql("""
                update visits.conflict set resolved_at = :at
                where regency_code = :regency and visit_id = :visit and code = :code and resolved_at is null
                """)
                .param("at", Timestamp.from(at))
                .param("regency", regencyCode)
                .param("visit", visitId)
                .param("code", code.key())
                .update();
    }

    void supersede(String regencyCode, UUID visitId) {
        jdbc.sql("""
                update visits.visit set state = 'superseded', version = version + 1
                where regency_code = :regency and id = :id
                """).param("regency", regencyCode).param("id", visitId).update();
    }

    /** One visit stands for a family or for a re-visit; what waited or went back before, and every attempt, steps behind it. */
    void supersedeOthers(String regencyCode, UUID familyId, @Nullable UUID revisitId, UUID visitId) {
        jdbc.sql("""
                update visits.visit set state = 'superseded', version = version + 1
                where regency_code = :regency and family_id = :family and id <> :id and state in ('received', 'returned')
                    and revisit_id is not distinct from cast(:revisit as uuid)
                """)
                .param("revisit", revisitId)
                .param("regency", regencyCode)
                .param("family", familyId)
                .param("id", visitId)
                .update();
    }

    Optional<Locked> lock(String regencyCode, UUID visitId) {
        return jdbc.sql("""
                select version, state, officer_id, family_id, revisit_id from visits.visit
                where regency_code = :regency and id = :id for no key update
                """)
                .param("regency", regencyCode)
                .param("id", visitId)
                .query((row, n) -> new Locked(
                        row.getInt("version"),
                        VisitState.findByKey(row.getString("state")).orElseThrow(),
                        row.getObject("officer_id", UUID.class),
                        row.getObject("family_id", UUID.class),
                        row.getObject("revisit_id", UUID.class)))
                .optional();
    }

    /** The visit belongs to this family from now on; its finding is proposed by the line of the family's round. */
    void setFamily(
            UUID visitId, FamilyCase family, @Nullable UUID revisitId, FindingProposal proposal, VisitState state) {
        jdbc.sql("""
                update visits.visit set family_id = :family, round_id = :round, region_code = :village,
                    district_code = :district, village_code = :village, proposed = :proposed, line_extreme = :extreme,
                    line_poor = :poor, state = :state, revisit_id = :revisit, version = version + 1
                where regency_code = :regency and id = :id
                """)
                .param("family", family.id())
                .param("round", family.roundId())
                .param("village", family.villageCode())
                .param("district", family.districtCode())
                .param("proposed", proposal.finding().map(Finding::code).orElse(null))
                .param("extreme", proposal.line().extreme())
                .param("poor", proposal.line().poor())
                .param("revisit", revisitId)
                .param("state", state.key())
                .param("regency", family.regencyCode())
                .param("id", visitId)
                .update();
    }

    void setState(String regencyCode, UUID visitId, VisitState state) {
        jdbc.sql("""
                update visits.visit set state = :state, version = version + 1
                where regency_code = :regency and id = :id
                """)
                .param("state", state.key())
                .param("regency", regencyCode)
                .param("id", visitId)
                .update();
    }

    void setConfirmed(String regencyCode, UUID visitId, @Nullable String finding) {
        jdbc.sql("update visits.visit set confirmed = :finding where regency_code = :regency and id = :id")
                .param("finding", finding)
                .param("regency", regencyCode)
                .param("id", visitId)
                .update();
    }

    void setReturn(String regencyCode, UUID visitId, String reason, List<String> fields, Instant at) {
        jdbc.sql("""
                update visits.visit set returned_at = :at, returned_reason = :reason, returned_fields = :fields
                where regency_code = :regency and id = :id
                """)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("fields", fields.toArray(String[]::new))
                .param("regency", regencyCode)
                .param("id", visitId)
                .update();
    }
}
