package id.tuntas.graduation.internal;

import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every watch is as the entry of its preparing says: its day, its number, and the seed whose hash was told beforehand. */
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
                from (select * from ledger.entry where verb = :prepared) e
                full join (select d.*, r.code from graduation.draw d
                        join rounds.round r on r.regency_code = d.regency_code and r.id = d.round_id where d.kind = 'watch') d
                    on d.regency_code = e.regency_code and d.id = e.subject_id and d.made_by = e.actor_id
                    and d.seed_hash = encode(sha256(convert_to(d.seed, 'UTF8')), 'hex')
                    and e.digest = sha256(convert_to(d.code || ' ' || d.opens_on || ' ' || d.per_stratum || ' ' || d.seed_hash, 'UTF8'))
                where e.id is null or d.id is null
                order by e.id nulls last, d.id limit 1
                """)
                .param("prepared", WatchDesk.PREPARED)
                .query((row, n) -> {
                    String entry = row.getString("entry");
                    return entry == null
                            ? new Misfit(
                                    row.getString("regency"),
                                    "watch " + row.getString("draw"),
                                    "no entry speaks of it as it is")
                            : new Misfit(
                                    row.getString("regency"),
                                    "entry " + entry,
                                    "the watch that it speaks of is gone, or another");
                })
                .optional();
    }
}
