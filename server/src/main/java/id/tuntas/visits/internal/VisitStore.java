package id.tuntas.visits.internal;

import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.Finding;
import id.tuntas.forms.FindingProposal;
import id.tuntas.ledger.Ledger.Prepared;
import id.tuntas.platform.Json;
import id.tuntas.visits.ConflictCode;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.internal.Situation.Former;
import java.sql.ResultSet;
import java.sql.SQLException;
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

@Component
class VisitStore {

    /** A submission as it is read back for its interpretation. */
    record StoredSubmission(
            String regencyCode,
            UUID id,
            String instanceId,
            @Nullable String deprecatedId,
            String formId,
            String formVersion,
            UUID officerId,
            byte[] xml,
            String[] fileNames,
            Instant receivedAt,
            @Nullable Long skewSeconds,
            boolean interpreted,
            int attempts) {}

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

    /**
     * The files of a submission.
     *
     * @param came whether any has come
     * @param conflicts names under which something came that is no evidence, and names under which two different files came
     */
    record Files(boolean came, Map<ConflictCode, String> conflicts) {}

    private final JdbcClient jdbc;
    private final Json json;

    VisitStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Takes the oldest submission that waits, of an officer of whom no other is in hand: an edit comes after what it edits. What is
     * interpreted in the database alone can be done again, so the commit of this transaction does not wait for the disk.
     */
    Optional<StoredSubmission> take() {
        return jdbc.sql("""
                with waiting as materialized (
                    select regency_code, id, officer_id from visits.submission where interpreted_at is null or files_came
                    order by id limit 64
                ), free as materialized (
                    select regency_code, id from waiting
                    where pg_try_advisory_xact_lock(hashtextextended('visits.officer:' || officer_id, 0)) limit 1
                )
                select s.regency_code, s.id, instance_id, deprecated_id, form_id, form_version, officer_id, xml, file_names,
                    received_at, skew_seconds, interpreted_at, attempts, set_config('synchronous_commit', 'off', true)
                from visits.submission s join free on free.regency_code = s.regency_code and free.id = s.id
                where interpreted_at is null or files_came for update of s skip locked
                """).query(VisitStore::submission).optional();
    }

    private static StoredSubmission submission(ResultSet row, int n) throws SQLException {
        return new StoredSubmission(
                row.getString("regency_code"),
                row.getObject("id", UUID.class),
                row.getString("instance_id"),
                row.getString("deprecated_id"),
                row.getString("form_id"),
                row.getString("form_version"),
                row.getObject("officer_id", UUID.class),
                row.getBytes("xml"),
                (String[]) row.getArray("file_names").getArray(),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("skew_seconds", Long.class),
                row.getTimestamp("interpreted_at") != null,
                row.getInt("attempts"));
    }

    boolean anyWaiting() {
        return jdbc.sql("""
                select exists (select from visits.submission where interpreted_at is null or files_came)
                """).query(Boolean.class).single();
    }

    /** Marks it, and puts the entry of its sending, which waited with it, into the ledger together with that of what became of it. */
    void interpreted(StoredSubmission submission, Prepared act, Instant at) {
        jdbc.sql("""
                with marked as (
                    update visits.submission set interpreted_at = :at, files_came = false, entry = null
                    where regency_code = :regency and id = :id
                )
                select ledger.record(jsonb_build_array(cast(:act as jsonb)) || coalesce(cast(entry as jsonb), '[]'))
                from visits.submission where regency_code = :regency and id = :id
                """)
                .param("at", Timestamp.from(at))
                .param("act", act.json())
                .param("regency", submission.regencyCode())
                .param("id", submission.id())
                .query(row -> {});
    }

    void filesLookedAt(StoredSubmission submission) {
        jdbc.sql("update visits.submission set files_came = false where regency_code = :regency and id = :id")
                .param("regency", submission.regencyCode())
                .param("id", submission.id())
                .update();
    }

    void failed(StoredSubmission submission) {
        jdbc.sql("""
                update visits.submission set attempts = attempts + 1 where regency_code = :regency and id = :id
                """)
                .param("regency", submission.regencyCode())
                .param("id", submission.id())
                .update();
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

    /** Files of the visit that an edit names again without sending them again. */
    void inheritFiles(StoredSubmission submission, Former former) {
        jdbc.sql("""
                insert into visits.attachment (regency_code, instance_id, officer_id, name, sha256, received_at)
                select a.regency_code, :instance, :officer, a.name, a.sha256, a.received_at from visits.attachment a
                where a.regency_code = :regency and a.instance_id = :former and a.officer_id = :formerOfficer
                    and a.name = any(:names)
                    and not exists (select from visits.attachment b
                        where b.regency_code = a.regency_code and b.instance_id = :instance
                            and b.officer_id = :officer and b.name = a.name)
                on conflict do nothing
                """)
                .param("instance", submission.instanceId())
                .param("regency", submission.regencyCode())
                .param("officer", submission.officerId())
                .param("former", submission.deprecatedId())
                .param("formerOfficer", former.officerId())
                .param("names", submission.fileNames())
                .update();
    }

    Files files(StoredSubmission submission) {
        return jdbc.sql("""
                select count(*) > 0 as came, string_agg(distinct a.name, ', ') filter (where not f.accepted) as strange,
                    (select string_agg(name, ', ') from (
                        select name from visits.attachment
                        where regency_code = :regency and instance_id = :instance and officer_id = :officer
                        group by name having count(*) > 1 order by name) n) as doubled
                from visits.attachment a
                join evidence.file f on f.regency_code = a.regency_code and f.sha256 = a.sha256
                where a.regency_code = :regency and a.instance_id = :instance and a.officer_id = :officer
                """)
                .param("regency", submission.regencyCode())
                .param("instance", submission.instanceId())
                .param("officer", submission.officerId())
                .query((row, n) -> {
                    Map<ConflictCode, String> conflicts = new HashMap<>();
                    put(conflicts, ConflictCode.ATTACHMENT_TYPE, row.getString("strange"));
                    put(conflicts, ConflictCode.ATTACHMENT_CONFLICT, row.getString("doubled"));
                    return new Files(row.getBoolean("came"), conflicts);
                })
                .single();
    }

    private static void put(Map<ConflictCode, String> conflicts, ConflictCode code, @Nullable String names) {
        if (names != null) {
            conflicts.put(code, names);
        }
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
