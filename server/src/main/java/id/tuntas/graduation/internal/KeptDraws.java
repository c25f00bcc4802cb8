package id.tuntas.graduation.internal;

import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every watch is as the entry of its preparing says: its day, its number, and the seed whose hash was told beforehand; called off for the reason told. */
@Component
class KeptDraws implements KeptContent {

    private final JdbcClient jdbc;

    KeptDraws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Misfit> firstMisfit() {
        return jdbc.sql("""
                select coalesce(e.regency_code, d.regency_code) as regency, e.id as entry, d.id as draw
                from (select * from ledger.entry where verb in (:prepared, :calledOff)) e
                full join (
                    select d.regency_code, d.id, :prepared as verb, d.made_by as by,
                        case when d.seed_hash = encode(sha256(convert_to(d.seed, 'UTF8')), 'hex')
                            then r.code || ' ' || d.opens_on || ' ' || d.per_stratum || ' ' || d.seed_hash end as content
                    from graduation.draw d
                    join rounds.round r on r.regency_code = d.regency_code and r.id = d.round_id where d.kind = 'watch'
                    union all
                    select regency_code, id, :calledOff, called_off_by, called_off_reason from graduation.draw
                    where called_off_at is not null) d
                    on d.regency_code = e.regency_code and d.id = e.subject_id and d.verb = e.verb and d.by = e.actor_id
                    and e.digest = sha256(convert_to(d.content, 'UTF8'))
                where e.id is null or d.id is null
                order by e.id nulls last, d.id limit 1
                """)
                .param("prepared", WatchDesk.PREPARED)
                .param("calledOff", WatchDesk.CALLED_OFF)
                .query((row, n) -> {
                    String entry = row.getString("entry");
                    return entry == null
                            ? Misfit.of(row.getString("regency"), "watch", row.getString("draw"), "watch-unspoken")
                            : Misfit.of(row.getString("regency"), "entry", entry, "watch-gone");
                })
                .optional();
    }
}
