package id.tuntas.graduation.internal;

import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every village's word on a graduation, on paper or in a meeting, is what its entry is a digest of. */
@Component
class KeptWords implements KeptContent {

    private final JdbcClient jdbc;

    KeptWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Misfit> firstMisfit() {
        return jdbc.sql("""
                select coalesce(e.regency_code, g.regency_code) as regency, e.id as entry, g.id as graduation
                from (select * from ledger.entry where verb in ('graduation.agreed', 'graduation.disagreed')) e
                full join (select * from graduation.graduation where village_by is not null) g
                    on g.regency_code = e.regency_code and g.family_id = e.subject_id and g.village_by = e.actor_id
                    and e.verb = case g.state when 'disagreed' then 'graduation.disagreed' else 'graduation.agreed' end
                    and e.digest = sha256(convert_to(g.id || ' ' || g.village_on || ' ' || g.village_reason || ' '
                        || coalesce(g.village_paper, cast(g.village_meeting as text)), 'UTF8'))
                where e.id is null or g.id is null
                order by e.id nulls last, g.id limit 1
                """)
                .query((row, n) -> {
                    String entry = row.getString("entry");
                    return entry == null
                            ? Misfit.of(row.getString("regency"), "word", row.getString("graduation"), "word-unspoken")
                            : Misfit.of(row.getString("regency"), "entry", entry, "word-gone");
                })
                .optional();
    }
}
