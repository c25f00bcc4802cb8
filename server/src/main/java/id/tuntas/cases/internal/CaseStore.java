package id.tuntas.cases.internal;

import id.tuntas.cases.Assignment;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.CaseNumber;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.forms.MemberExistence;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Families, their members and their steps, row by row. */
@Component
class CaseStore {

    static final String SELECT = "select f.* from cases.family f where f.regency_code = :regency ";

    /** In the order of the officers' ids, so that two writers of the same officers never wait for each other in a ring. */
    private static final String NOTE_CHANGES = """
            with changed as (%s), advanced as (
                insert into cases.officer_sequence (regency_code, officer_id, began, sequence)
                select :regency, o.id, o.now, o.now + 1 from (
                    select distinct officer as id, 1000 * cast(extract(epoch from now()) as bigint) as now
                    from changed order by 1) o
                on conflict (regency_code, officer_id) do update set sequence = officer_sequence.sequence + 1
                returning officer_id, sequence)
            insert into cases.officer_change (regency_code, officer_id, family_id, sequence)
            select distinct :regency, c.officer, c.family, a.sequence
            from changed c join advanced a on a.officer_id = c.officer
            on conflict (regency_code, officer_id, family_id) do update set sequence = excluded.sequence
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CaseStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<FamilyCase> find(String regencyCode, UUID id) {
        return jdbc.sql(SELECT + "and f.id = :id")
                .param("regency", regencyCode)
                .param("id", id)
                .query(CaseStore::family)
                .optional();
    }

    Optional<FamilyCase> findByNumber(String regencyCode, CaseNumber number) {
        return jdbc.sql(SELECT + "and f.number = :number")
                .param("regency", regencyCode)
                .param("number", number.text())
                .query(CaseStore::family)
                .optional();
    }

    List<FamilyCase> byRosterKeys(String regencyCode, UUID roundId, Collection<String> keys) {
        return jdbc.sql(SELECT + "and f.round_id = :round and f.roster_family_key = any(:keys)")
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("keys", keys.toArray(String[]::new))
                .query(CaseStore::family)
                .list();
    }

    /** A weaker lock than {@code for update}: rows that only refer to the family do not wait for it. */
    Optional<FamilyCase> lock(String regencyCode, UUID id) {
        return jdbc.sql(SELECT + "and f.id = :id for no key update")
                .param("regency", regencyCode)
                .param("id", id)
                .query(CaseStore::family)
                .optional();
    }

    Optional<FamilyCase> lockByNumber(String regencyCode, CaseNumber number) {
        return jdbc.sql(SELECT + "and f.number = :number for no key update")
                .param("regency", regencyCode)
                .param("number", number.text())
                .query(CaseStore::family)
                .optional();
    }

    List<FamilyCase> lockAll(String regencyCode, Collection<UUID> ids) {
        return jdbc.sql(SELECT + "and f.id = any(:ids) order by f.id for no key update")
                .param("regency", regencyCode)
                .param("ids", ids.toArray(UUID[]::new))
                .query(CaseStore::family)
                .list();
    }

    List<FamilyCase> ofOfficer(String regencyCode, UUID officerId) {
        return jdbc.sql(SELECT + """
                and f.officer_id = :officer and exists (select from rounds.round r
                    where r.regency_code = f.regency_code and r.id = f.round_id and r.state = 'open')
                order by f.number
                """)
                .param("regency", regencyCode)
                .param("officer", officerId)
                .query(CaseStore::family)
                .list();
    }

    List<FamilyCase> list(String regencyCode, Collection<UUID> familyIds) {
        return jdbc.sql(SELECT + "and f.id = any(:families) order by f.number")
                .param("regency", regencyCode)
                .param("families", familyIds.toArray(UUID[]::new))
                .query(CaseStore::family)
                .list();
    }

    List<CaseMember> members(String regencyCode, Collection<UUID> familyIds) {
        return jdbc.sql("""
                select * from cases.member where regency_code = :regency and family_id = any(:families)
                order by family_id, ordinal
                """)
                .param("regency", regencyCode)
                .param("families", familyIds.toArray(UUID[]::new))
                .query((row, n) -> new CaseMember(
                        row.getObject("id", UUID.class),
                        row.getObject("family_id", UUID.class),
                        row.getInt("ordinal"),
                        row.getString("name"),
                        row.getString("nik"),
                        row.getString("relationship"),
                        row.getString("sex"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("existence"),
                        row.getBoolean("dropped")))
                .list();
    }

    List<Assignment> assignments(String regencyCode, UUID familyId) {
        return jdbc.sql("""
                select * from cases.assignment where regency_code = :regency and family_id = :family order by ordinal
                """)
                .param("regency", regencyCode)
                .param("family", familyId)
                .query((row, n) -> new Assignment(
                        row.getObject("officer_id", UUID.class),
                        row.getTimestamp("assigned_at").toInstant(),
                        instant(row, "ended_at"),
                        row.getObject("assigned_by", UUID.class),
                        row.getString("reason")))
                .list();
    }

    void update(FamilyCase family) {
        jdbc.sql("""
                update cases.family set state = :state, visit_id = :visit, contact = :contact, finding = :finding,
                    visited_at = :visitedAt, approved_at = :approvedAt, lat = :lat, lng = :lng, version = :version
                where regency_code = :regency and id = :id
                """)
                .param("state", family.state().key())
                .param("visit", family.visitId())
                .param("contact", contactCode(family))
                .param("finding", findingCode(family))
                .param("visitedAt", timestamp(family.visitedAt()))
                .param("approvedAt", timestamp(family.approvedAt()))
                .param("lat", family.lat())
                .param("lng", family.lng())
                .param("version", family.version())
                .param("regency", family.regencyCode())
                .param("id", family.id())
                .update();
    }

    void insertStep(FamilyCase before, FamilyCase after, @Nullable UUID actorId) {
        jdbc.sql("""
                insert into cases.step (regency_code, id, family_id, round_id, village_code, officer_id, from_state, to_state, contact,
                    finding, day, at, actor_id)
                values (:regency, :id, :family, :round, :village, :officer, :from, :to, :contact, :finding, :day, :at, :actor)
                """)
                .param("regency", after.regencyCode())
                .param("id", Ids.next())
                .param("family", after.id())
                .param("round", after.roundId())
                .param("village", after.villageCode())
                .param("officer", after.officerId())
                .param("from", before.state().key())
                .param("to", after.state().key())
                .param("contact", contactCode(after))
                .param("finding", findingCode(after))
                .param("day", clock.today())
                .param("at", Timestamp.from(clock.now()))
                .param("actor", actorId)
                .update();
    }

    void confirmExistence(String regencyCode, UUID familyId, Map<UUID, MemberExistence> existence) {
        jdbc.sql("""
                update cases.member m set existence = e.existence
                from unnest(:ids, :existences) as e (id, existence)
                where m.regency_code = :regency and m.family_id = :family and m.id = e.id
                """)
                .param("ids", existence.keySet().toArray(UUID[]::new))
                .param(
                        "existences",
                        existence.values().stream().map(MemberExistence::code).toArray(String[]::new))
                .param("regency", regencyCode)
                .param("family", familyId)
                .update();
    }

    long sequenceOf(String regencyCode, UUID officerId) {
        return jdbc.sql(
                        "select sequence from cases.officer_sequence where regency_code = :regency and officer_id = :officer")
                .param("regency", regencyCode)
                .param("officer", officerId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The first number of an officer's sequence; a telephone cannot have a smaller one of this database. */
    long beganOf(String regencyCode, UUID officerId) {
        return jdbc.sql(
                        "select began from cases.officer_sequence where regency_code = :regency and officer_id = :officer")
                .param("regency", regencyCode)
                .param("officer", officerId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Set<UUID> changedSince(String regencyCode, UUID officerId, long sequence) {
        return jdbc.sql("""
                select family_id from cases.officer_change
                where regency_code = :regency and officer_id = :officer and sequence > :sequence
                """)
                .param("regency", regencyCode)
                .param("officer", officerId)
                .param("sequence", sequence)
                .query(UUID.class)
                .set();
    }

    /** A family changed for an officer: it is new to him, differs, or was taken from him. */
    record Change(UUID officerId, UUID familyId) {}

    void noteChanges(String regencyCode, Collection<Change> changes) {
        jdbc.sql(NOTE_CHANGES.formatted("select * from unnest(:officers, :families) as c (officer, family)"))
                .param("regency", regencyCode)
                .param("officers", changes.stream().map(Change::officerId).toArray(UUID[]::new))
                .param("families", changes.stream().map(Change::familyId).toArray(UUID[]::new))
                .update();
    }

    /** Every family of a round comes to its officer's list, or leaves it. */
    void noteChangesOfRound(String regencyCode, UUID roundId) {
        jdbc.sql(NOTE_CHANGES.formatted("""
                        select officer_id as officer, id as family from cases.family
                        where regency_code = :regency and round_id = :round and officer_id is not null
                        """))
                .param("regency", regencyCode)
                .param("round", roundId)
                .update();
    }

    static FamilyCase family(ResultSet row, int n) throws SQLException {
        String contact = row.getString("contact");
        String finding = row.getString("finding");
        return new FamilyCase(
                row.getString("regency_code"),
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                new CaseNumber(row.getString("number")),
                row.getString("roster_family_key"),
                row.getObject("roster_release_id", UUID.class),
                row.getString("roster_status"),
                row.getInt("warnings"),
                row.getString("district_code"),
                row.getString("village_code"),
                row.getString("head_name"),
                row.getString("address"),
                row.getString("hamlet"),
                row.getString("kk"),
                CaseState.findByKey(row.getString("state")).orElseThrow(),
                row.getObject("officer_id", UUID.class),
                row.getObject("visit_id", UUID.class),
                contact == null ? null : ContactResult.findByCode(contact).orElseThrow(),
                finding == null ? null : Finding.findByCode(finding).orElseThrow(),
                instant(row, "visited_at"),
                instant(row, "approved_at"),
                row.getObject("lat", Double.class),
                row.getObject("lng", Double.class),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable String contactCode(FamilyCase family) {
        return family.contact() == null ? null : family.contact().code();
    }

    private static @Nullable String findingCode(FamilyCase family) {
        return family.finding() == null ? null : family.finding().code();
    }
}
