package id.tuntas.roster.internal;

import id.tuntas.cases.Cases;
import id.tuntas.cases.CorrectedFamily;
import id.tuntas.platform.Json;
import id.tuntas.roster.RosterScope;
import id.tuntas.roster.internal.Release.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds a release against where its round's families stand after the committed ones: who is added, dropped, changed, and who is
 * <em>returned</em>, that is, had been corrected by a later release and now comes with the old data again, or had been dropped and is listed
 * again. What an approved visit corrected and the release lists as before counts as returned too. Columns that only one of two lists has
 * tell nothing.
 */
@Component
class ReleaseComparison {

    private final CarriedRows carried;
    private final Cases cases;
    /** A list with fewer than half of the families that stand is no whole one by itself. */
    private static final long FAR_SHORTER = 2;

    private final JdbcClient jdbc;
    private final Json json;

    ReleaseComparison(CarriedRows carried, Cases cases, JdbcClient jdbc, Json json) {
        this.carried = carried;
        this.cases = cases;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest committed release of a round. */
    Optional<UUID> newest(String regencyCode, UUID roundId) {
        return jdbc.sql("""
                select id from roster.release where regency_code = :regency and round_id = :round and state = 'committed'
                order by committed_at desc, id desc limit 1
                """)
                .param("regency", regencyCode)
                .param("round", roundId)
                .query(UUID.class)
                .optional();
    }

    /**
     * Compares a staged release anew, in the caller's transaction.
     *
     * @param roundId null while there is none to compare with
     * @return null for the first release of a round
     */
    @Nullable Compared compare(Release release, @Nullable UUID roundId, StoredReport report) {
        forget(release);
        UUID base =
                roundId == null ? null : newest(release.regencyCode(), roundId).orElse(null);
        if (report.membersOnly() || report.mended()) {
            carried.takeOverFamilies(release, roundId);
        }
        if (report.membersOnly() && !report.mended()) {
            carried.makeFamilies(release);
        }
        if (roundId == null || base == null) {
            store(release, roundId, null, null, RosterScope.FULL, "first");
            return null;
        }
        Decided scope = scope(release, roundId, report);
        if (report.mended() || !carried.hasMembers(release)) {
            carried.takeOverMembers(release, roundId);
        }
        findChanges(release, roundId);
        findReturned(release, roundId);
        if (bringsNewFiles(release, base)) {
            findCorrected(release, roundId);
        }
        if (scope.scope() == RosterScope.FULL) {
            findDropped(release, roundId);
        }
        Compared compared = count(release, roundId);
        store(release, roundId, base, compared, scope.scope(), scope.reason());
        return compared;
    }

    private void forget(Release release) {
        for (String rows : List.of(
                "difference where true",
                "member where carried_from is not null",
                "family where carried_from is not null")) {
            jdbc.sql("delete from roster." + rows + " and regency_code = :regency and release_id = :id")
                    .param("regency", release.regencyCode())
                    .param("id", release.id())
                    .update();
        }
    }

    private record Decided(RosterScope scope, String reason) {}

    /**
     * Rows that were mended, a list that knows nobody of the last one, and one that is far shorter are a part: they drop no family. Who holds
     * such a list for the whole says so.
     */
    private Decided scope(Release release, UUID roundId, StoredReport report) {
        if (release.scopeReason().equals(Release.SAID)) {
            return new Decided(release.scope(), Release.SAID);
        }
        if (report.mended()) {
            return new Decided(RosterScope.SUPPLEMENT, "mended");
        }
        return jdbc.sql("""
                select (select count(*) from roster.family where regency_code = :regency and release_id = :id) as families,
                    (select count(*) from roster.standing where regency_code = :regency and round_id = :round) as standing,
                    exists (select from roster.family f join roster.standing s on s.regency_code = f.regency_code
                        and s.round_id = :round and s.family_key = f.family_key
                        where f.regency_code = :regency and f.release_id = :id) as overlap
                """)
                .param("round", roundId)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .query((row, n) -> {
                    if (!row.getBoolean("overlap")) {
                        return new Decided(RosterScope.SUPPLEMENT, "allNew");
                    }
                    return FAR_SHORTER * row.getLong("families") < row.getLong("standing")
                            ? new Decided(RosterScope.SUPPLEMENT, "shorter")
                            : new Decided(RosterScope.FULL, "overlap");
                })
                .single();
    }

    private void findChanges(Release release, UUID roundId) {
        FreshRows.joinByHashing(
                jdbc,
                () -> jdbc.sql("""
                with base as (
                    select o.id, array(select unnest(o.family_columns) except select unnest(n.family_columns)) || :typed as only_old,
                        array(select unnest(n.family_columns) except select unnest(o.family_columns)) || :typed as only_new
                    from roster.release n, roster.release o
                    where n.regency_code = :regency and n.id = :id and o.regency_code = :regency and o.round_id = :round
                        and o.state = 'committed'),
                people as (
                    select family_key, sum(content_hash) as hash from roster.member
                    where regency_code = :regency and release_id = :id group by family_key),
                people_before as (
                    select m.family_key, sum(m.content_hash) as hash from roster.standing s
                    join roster.member m on m.regency_code = s.regency_code and m.release_id = s.release_id
                        and m.family_key = s.family_key
                    where s.regency_code = :regency and s.round_id = :round group by m.family_key)
                insert into roster.difference (regency_code, release_id, family_key, kind, base_release_id)
                select f.regency_code, f.release_id, f.family_key, case when s.listed then 'changed' else 'returned' end, s.release_id
                from roster.family f
                join roster.standing s on s.regency_code = f.regency_code and s.round_id = :round and s.family_key = f.family_key
                join base on base.id = s.release_id
                join roster.family b on b.regency_code = s.regency_code and b.release_id = s.release_id and b.family_key = s.family_key
                left join people p on p.family_key = f.family_key
                left join people_before q on q.family_key = f.family_key
                where f.regency_code = :regency and f.release_id = :id and (not s.listed
                    or row(f.village_code, f.head_name, f.address, f.nik, f.kk, f.sex, f.birth_date)
                        is distinct from row(b.village_code, b.head_name, b.address, b.nik, b.kk, b.sex, b.birth_date)
                    or f.content_hash <> b.content_hash and f.cells - base.only_new <> b.cells - base.only_old
                    or coalesce(p.hash, 0) <> coalesce(q.hash, 0))
                """)
                        .param("typed", RowCells.TYPED.toArray(String[]::new))
                        .param("regency", release.regencyCode())
                        .param("id", release.id())
                        .param("round", roundId)
                        .update());
    }

    /** Changed families that an earlier release listed exactly so: the later one had corrected them. */
    private void findReturned(Release release, UUID roundId) {
        jdbc.sql("""
                update roster.difference d set kind = 'returned'
                from roster.family f, roster.family b
                where d.regency_code = :regency and d.release_id = :id and d.kind = 'changed'
                    and f.regency_code = d.regency_code and f.release_id = d.release_id and f.family_key = d.family_key
                    and b.regency_code = d.regency_code and b.release_id = d.base_release_id and b.family_key = d.family_key
                    and exists (select from roster.release r
                        join roster.family o on o.regency_code = r.regency_code and o.release_id = r.id and o.family_key = d.family_key
                        where r.regency_code = :regency and r.round_id = :round and r.state = 'committed' and r.id <> d.base_release_id
                            and row(o.village_code, o.head_name, o.address, o.nik, o.kk, o.sex, o.birth_date)
                                is not distinct from row(f.village_code, f.head_name, f.address, f.nik, f.kk, f.sex, f.birth_date)
                            and (o.content_hash = f.content_hash
                                or row(b.village_code, b.head_name, b.address, b.nik, b.kk, b.sex, b.birth_date)
                                    is distinct from row(f.village_code, f.head_name, f.address, f.nik, f.kk, f.sex, f.birth_date))
                            and coalesce((select sum(m.content_hash) from roster.member m where m.regency_code = o.regency_code
                                    and m.release_id = o.release_id and m.family_key = o.family_key), 0)
                                = coalesce((select sum(m.content_hash) from roster.member m where m.regency_code = f.regency_code
                                    and m.release_id = f.release_id and m.family_key = f.family_key), 0))
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("round", roundId)
                .update();
    }

    /** The same files again bring nothing back. */
    private boolean bringsNewFiles(Release release, UUID base) {
        return jdbc.sql("""
                select exists (select from roster.file f where f.regency_code = :regency and f.release_id = :id and f.sha256 not in (
                    select o.sha256 from roster.file o where o.regency_code = :regency and o.release_id = :base))
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("base", base)
                .query(Boolean.class)
                .single();
    }

    private void findCorrected(Release release, UUID roundId) {
        List<CorrectedFamily> corrected = cases.corrected(release.regencyCode(), roundId);
        List<String> gone = corrected.stream()
                .filter(CorrectedFamily::gone)
                .map(CorrectedFamily::familyKey)
                .toList();
        List<String> families = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable String> niks = new ArrayList<>();
        for (CorrectedFamily family : corrected) {
            for (CorrectedFamily.Person person : family.absent()) {
                families.add(family.familyKey());
                names.add(person.name());
                niks.add(person.nik());
            }
        }
        jdbc.sql("""
                insert into roster.difference (regency_code, release_id, family_key, kind, base_release_id)
                select f.regency_code, f.release_id, f.family_key, 'returned', s.release_id
                from roster.family f
                join roster.standing s on s.regency_code = f.regency_code and s.round_id = :round and s.family_key = f.family_key
                where f.regency_code = :regency and f.release_id = :id and (f.family_key = any(:gone) or exists (
                    select from unnest(cast(:families as text[]), cast(:names as text[]), cast(:niks as text[])) as c (family, name, nik)
                    join roster.member m on m.regency_code = f.regency_code and m.release_id = f.release_id and m.family_key = f.family_key
                        and m.carried_from is null and (m.nik = c.nik or lower(m.name) = lower(c.name))
                    where c.family = f.family_key))
                on conflict (regency_code, release_id, family_key) do update set kind = 'returned'
                """)
                .param("round", roundId)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("gone", gone.toArray(String[]::new))
                .param("families", families.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .param("niks", niks.toArray(String[]::new))
                .update();
    }

    private void findDropped(Release release, UUID roundId) {
        FreshRows.joinByHashing(
                jdbc,
                () -> jdbc.sql("""
                insert into roster.difference (regency_code, release_id, family_key, kind, base_release_id)
                select s.regency_code, :id, s.family_key, 'dropped', s.release_id from roster.standing s
                where s.regency_code = :regency and s.round_id = :round and s.listed and not exists (
                    select from roster.family f where f.regency_code = s.regency_code and f.release_id = :id
                        and f.family_key = s.family_key)
                """)
                        .param("id", release.id())
                        .param("regency", release.regencyCode())
                        .param("round", roundId)
                        .update());
    }

    private Compared count(Release release, UUID roundId) {
        return FreshRows.joinByHashing(
                jdbc,
                () -> jdbc.sql("""
                with kinds as (
                    select count(*) filter (where kind = 'dropped') as dropped, count(*) filter (where kind = 'changed') as changed,
                        count(*) filter (where kind = 'returned') as returned
                    from roster.difference where regency_code = :regency and release_id = :id),
                listed as (
                    select count(*) as families, count(*) filter (where s.family_key is null) as added
                    from roster.family f
                    left join roster.standing s on s.regency_code = f.regency_code and s.round_id = :round
                        and s.family_key = f.family_key
                    where f.regency_code = :regency and f.release_id = :id)
                select *, families - added - changed - returned as same from kinds, listed
                """)
                        .param("round", roundId)
                        .param("regency", release.regencyCode())
                        .param("id", release.id())
                        .query((row, n) -> new Compared(
                                row.getLong("added"),
                                row.getLong("dropped"),
                                row.getLong("changed"),
                                row.getLong("returned"),
                                row.getLong("same")))
                        .single());
    }

    private void store(
            Release release,
            @Nullable UUID roundId,
            @Nullable UUID base,
            @Nullable Compared compared,
            RosterScope scope,
            String reason) {
        jdbc.sql("""
                update roster.release set round_id = :round, compared_to = :base, comparison = cast(:compared as jsonb),
                    accepted = (select count(*) from roster.family where regency_code = :regency and release_id = :id),
                    scope = case when scope_reason = 'said' then scope else :scope end,
                    scope_reason = case when scope_reason = 'said' then 'said' else :reason end
                where regency_code = :regency and id = :id
                """)
                .param("round", roundId)
                .param("base", base)
                .param("compared", compared == null ? null : json.write(compared))
                .param("scope", scope.key())
                .param("reason", reason)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .update();
    }
}
