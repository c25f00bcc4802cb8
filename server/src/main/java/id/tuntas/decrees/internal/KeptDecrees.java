package id.tuntas.decrees.internal;

import id.tuntas.decrees.AnnexProof;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A decree with every family of its annex is what the entry of its locking is a digest of, and its columns say what that content says, the
 * hash of its signed paper among them; and its root is that of the list which it leaves in force.
 */
@Component
class KeptDecrees implements KeptContent {

    private final JdbcClient jdbc;
    private final DecreeQueries queries;

    KeptDecrees(JdbcClient jdbc, DecreeQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    @Override
    public Optional<Misfit> firstMisfit() {
        return changed().or(this::misspelt).or(this::ofAnotherList);
    }

    private Optional<Misfit> changed() {
        return jdbc.sql("""
                with annex as (
                    select d.regency_code, d.id, convert_to(d.content || E'\\n' || coalesce(
                        (select string_agg(f.change || ' ' || f.content || E'\\n' || f.reason, E'\\n' order by f.number collate "C")
                            from decrees.family f where f.regency_code = d.regency_code and f.decree_id = d.id), ''), 'UTF8') as bytes
                    from decrees.decree d)
                select coalesce(e.regency_code, a.regency_code) as regency, e.id as entry, a.id as decree
                from (select * from ledger.entry where verb = :locked) e
                full join annex a on a.regency_code = e.regency_code and a.id = e.subject_id
                where e.id is null or a.id is null or e.digest <> sha256(a.bytes)
                order by coalesce(e.id, a.id) limit 1
                """)
                .param("locked", AnnexProof.LOCKED)
                .query((row, n) -> {
                    String entry = row.getString("entry");
                    String decree = row.getString("decree");
                    if (entry == null) {
                        return Misfit.of(row.getString("regency"), "decree", decree, "unspoken");
                    }
                    return decree == null
                            ? Misfit.of(row.getString("regency"), "entry", entry, "decree-gone")
                            : Misfit.of(row.getString("regency"), "entry", entry, "decree-changed", decree);
                })
                .optional();
    }

    private Optional<Misfit> misspelt() {
        return jdbc.sql("""
                select d.regency_code, d.id from (select *, cast(content as jsonb) as c from decrees.decree) d
                where (d.id, d.round_id, d.ordinal, d.number, d.decided_on, d.scan, d.despite, d.families, d.persons,
                        encode(d.root, 'hex'), d.locked_by, d.locked_at, d.root_version, d.holds_from)
                    is distinct from (cast(c ->> 'id' as uuid), cast(c ->> 'roundId' as uuid), cast(c ->> 'ordinal' as int), c ->> 'number',
                        cast(c ->> 'decidedOn' as date), c ->> 'scan', c ->> 'despite', cast(c ->> 'families' as int),
                        cast(c ->> 'persons' as int), c ->> 'root', cast(c ->> 'lockedBy' as uuid), cast(c ->> 'lockedAt' as timestamptz),
                        coalesce(cast(c ->> 'rootVersion' as int), 1), coalesce(cast(c ->> 'holdsFrom' as date), d.holds_from))
                    or exists (select from (select *, cast(content as jsonb) as c from decrees.family) f
                        where f.regency_code = d.regency_code and f.decree_id = d.id
                            and (f.family_id, f.number) is distinct from (cast(f.c ->> 'family' as uuid), f.c ->> 'number'))
                order by d.id limit 1
                """)
                .query((row, n) ->
                        Misfit.of(row.getString("regency_code"), "decree", row.getString("id"), "decree-columns"))
                .optional();
    }

    private Optional<Misfit> ofAnotherList() {
        return jdbc
                .sql("select distinct regency_code, round_id from decrees.decree order by round_id")
                .query((row, n) -> ofAnotherList(row.getString("regency_code"), row.getObject("round_id", UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Misfit> ofAnotherList(String regencyCode, UUID roundId) {
        return queries.decrees(regencyCode, roundId).stream()
                .filter(decree -> !decree.root()
                        .equals(AnnexProof.root(
                                decree.head(),
                                queries.inForce(regencyCode, roundId, decree.ordinal(), "%").stream()
                                        .map(Line::row)
                                        .toList())))
                .findFirst()
                .map(decree -> Misfit.of(regencyCode, "decree", decree.id(), "decree-root"));
    }

    @Override
    public List<Text> keepersOf(String regencyCode, String sha256) {
        return jdbc.sql("""
                select id from decrees.decree where regency_code = :regency and scan = :sha256
                """)
                .param("regency", regencyCode)
                .param("sha256", sha256)
                .query((row, n) -> Text.of("misfit.decree", row.getString(1)))
                .list();
    }
}
