package id.tuntas.graduation.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.BusinessClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WatchStore {

    record Prepared(UUID id, LocalDate opensOn, int perStratum, String seed) {}

    /** A family that stands in a lot. */
    record Entrant(
            UUID familyId,
            String district,
            String kind,
            @Nullable UUID officerId) {}

    /** A lot of which families wait for an officer. @param months null for a watch */
    record Halted(UUID id, String seed, @Nullable Integer months, Instant drawnAt) {}

    /** Over graduation.graduated g. Parameter: months. */
    private static final String BEYOND_FORMER_LOTS = """
            g.from_on > coalesce((select max(d.through_on) from graduation.draw d
                where d.regency_code = g.regency_code and d.round_id = g.round_id and d.months = :months), '-infinity')
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    WatchStore(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False while another one is prepared. */
    boolean prepare(Actor actor, UUID roundId, Prepared watch, String hash) {
        return jdbc.sql("""
                insert into graduation.draw (regency_code, id, round_id, kind, opens_on, per_stratum, seed, seed_hash, made_by, made_at)
                values (:regency, :id, :round, 'watch', :opens, :perStratum, :seed, :hash, :by, :at)
                on conflict (regency_code, round_id) where kind = 'watch' and drawn_at is null and called_off_at is null do nothing
                """)
                        .param("regency", actor.regencyCode())
                        .param("id", watch.id())
                        .param("round", roundId)
                        .param("opens", watch.opensOn())
                        .param("perStratum", watch.perStratum())
                        .param("seed", watch.seed())
                        .param("hash", hash)
                        .param("by", actor.id())
                        .param("at", Timestamp.from(clock.now()))
                        .update()
                == 1;
    }

    void insertSample(Actor actor, UUID roundId, UUID id, int months, LocalDate through, String seed, String hash) {
        jdbc.sql("""
                insert into graduation.draw (regency_code, id, round_id, kind, months, through_on, seed, seed_hash, made_by, made_at, drawn_at)
                values (:regency, :id, :round, 'sample', :months, :through, :seed, :hash, :by, :at, :at)
                """)
                .param("regency", actor.regencyCode())
                .param("id", id)
                .param("round", roundId)
                .param("months", months)
                .param("through", through)
                .param("seed", seed)
                .param("hash", hash)
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .update();
    }

    /** The watch that is prepared; nobody else draws it until the transaction ends. */
    Optional<Prepared> lockPrepared(String regencyCode, UUID roundId) {
        return prepared(regencyCode, roundId, " for update");
    }

    Optional<Prepared> prepared(String regencyCode, UUID roundId) {
        return prepared(regencyCode, roundId, "");
    }

    private Optional<Prepared> prepared(String regencyCode, UUID roundId, String lock) {
        return jdbc.sql("""
                select id, opens_on, per_stratum, seed from graduation.draw
                where regency_code = :regency and round_id = :round and kind = 'watch' and drawn_at is null and called_off_at is null
                """ + lock)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(Prepared.class)
                .optional();
    }

    /** Until the transaction ends, nobody else draws samples of the round. */
    void oneSampleAtATime(String regencyCode, UUID roundId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "graduation.sample " + regencyCode + " " + roundId)
                .query(row -> {});
    }

    /** But for those to which a former watch is still on its way. */
    List<Entrant> leftTheCount(String regencyCode, UUID roundId) {
        return jdbc.sql("""
                select l.family_id, l.district_code as district, l.kind, f.officer_id from graduation.left_the_count l
                join cases.family f on f.regency_code = l.regency_code and f.id = l.family_id
                where l.regency_code = :regency and l.round_id = :round and not exists (select from visits.revisit r
                    where r.regency_code = l.regency_code and r.family_id = l.family_id and r.kind = 'watch' and r.ended_at is null)
                order by l.family_id
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(Entrant.class)
                .list();
    }

    /** The first graduation later than what a former lot for these months reached. */
    Optional<LocalDate> firstGraduated(String regencyCode, UUID roundId, int months) {
        return jdbc.sql("""
                select g.from_on from graduation.graduated g
                where g.regency_code = :regency and g.round_id = :round and g.until_on is null and %s
                order by g.from_on limit 1
                """.formatted(BEYOND_FORMER_LOTS))
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("months", months)
                .query(LocalDate.class)
                .optional();
    }

    /** Graduated by this day, later than what a former lot for these months reached. */
    List<Entrant> graduatedUntil(String regencyCode, UUID roundId, int months, LocalDate through) {
        return jdbc.sql("""
                select g.family_id, f.district_code as district, 'graduated' as kind, f.officer_id from graduation.graduated g
                join cases.family f on f.regency_code = g.regency_code and f.id = g.family_id
                where g.regency_code = :regency and g.round_id = :round and g.until_on is null
                    and g.from_on <= :through and %s
                order by g.family_id
                """.formatted(BEYOND_FORMER_LOTS))
                .param("regency", regencyCode)
                .param("round", roundId)
                .param("months", months)
                .param("through", through)
                .query(Entrant.class)
                .list();
    }

    /** Who was ever at these families, or is to go there, by family. */
    Map<UUID, Set<UUID>> visitors(String regencyCode, List<UUID> families) {
        record Visitor(UUID familyId, UUID officerId) {}
        return jdbc
                .sql("""
                select family_id, officer_id from visits.visit where regency_code = :regency and family_id = any(:families)
                union select family_id, officer_id from cases.assignment where regency_code = :regency and family_id = any(:families)
                union select family_id, officer_id from visits.revisit
                    where regency_code = :regency and family_id = any(:families) and ended_at is null
                """)
                .param("regency", regencyCode)
                .param("families", families.toArray(UUID[]::new))
                .query(Visitor.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Visitor::familyId, TreeMap::new, Collectors.mapping(Visitor::officerId, Collectors.toSet())));
    }

    void insertStratum(String regencyCode, UUID drawId, String district, String kind, int families) {
        jdbc.sql("""
                insert into graduation.stratum (regency_code, draw_id, district_code, kind, families)
                values (:regency, :draw, :district, :kind, :families)
                """)
                .param("regency", regencyCode)
                .param("draw", drawId)
                .param("district", district)
                .param("kind", kind)
                .param("families", families)
                .update();
    }

    void insertDrawn(String regencyCode, UUID drawId, Entrant family) {
        jdbc.sql("""
                insert into graduation.drawn (regency_code, draw_id, family_id, district_code, kind)
                values (:regency, :draw, :family, :district, :kind)
                """)
                .param("regency", regencyCode)
                .param("draw", drawId)
                .param("family", family.familyId())
                .param("district", family.district())
                .param("kind", family.kind())
                .update();
    }

    void setAsked(String regencyCode, UUID drawId, UUID familyId, UUID revisitId) {
        jdbc.sql("""
                update graduation.drawn set revisit_id = :revisit
                where regency_code = :regency and draw_id = :draw and family_id = :family
                """)
                .param("regency", regencyCode)
                .param("draw", drawId)
                .param("family", familyId)
                .param("revisit", revisitId)
                .update();
    }

    /** Lots of which families wait for an officer, the oldest first. */
    List<Halted> halted(String regencyCode, UUID roundId) {
        return jdbc.sql("""
                select d.id, d.seed, d.months, d.drawn_at from graduation.draw d
                where d.regency_code = :regency and d.round_id = :round and exists (select from graduation.drawn n
                    where n.regency_code = d.regency_code and n.draw_id = d.id and n.revisit_id is null)
                order by d.drawn_at, d.id
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query((row, n) -> new Halted(
                        row.getObject("id", UUID.class),
                        row.getString("seed"),
                        row.getObject("months", Integer.class),
                        row.getTimestamp("drawn_at").toInstant()))
                .list();
    }

    /** Drawn families that wait for an officer; of a sample, one that is visited anyway waits until that is over. */
    List<Entrant> unsent(String regencyCode, UUID drawId) {
        return jdbc.sql("""
                select n.family_id, n.district_code as district, n.kind, f.officer_id from graduation.drawn n
                join graduation.draw d on d.regency_code = n.regency_code and d.id = n.draw_id
                join cases.family f on f.regency_code = n.regency_code and f.id = n.family_id
                where n.regency_code = :regency and n.draw_id = :draw and n.revisit_id is null and not exists (
                    select from visits.revisit r where r.regency_code = n.regency_code and r.family_id = n.family_id
                        and (r.kind = 'watch') = (d.kind = 'watch') and r.ended_at is null)
                order by n.family_id
                """)
                .param("regency", regencyCode)
                .param("draw", drawId)
                .query(Entrant.class)
                .list();
    }

    void setCalledOff(Actor actor, UUID drawId, String reason) {
        jdbc.sql("""
                update graduation.draw set called_off_by = :by, called_off_at = :at, called_off_reason = :reason
                where regency_code = :regency and id = :id
                """)
                .param("by", actor.id())
                .param("at", Timestamp.from(clock.now()))
                .param("reason", reason)
                .param("regency", actor.regencyCode())
                .param("id", drawId)
                .update();
    }

    void setDrawn(String regencyCode, UUID drawId) {
        jdbc.sql("update graduation.draw set drawn_at = :at where regency_code = :regency and id = :id")
                .param("at", Timestamp.from(clock.now()))
                .param("regency", regencyCode)
                .param("id", drawId)
                .update();
    }
}
