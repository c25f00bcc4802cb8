package id.tuntas.deliberation.internal;

import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every paper of a meeting, as it was made and as it came back signed, has the hash that the ledger took down; evidence holds the files. */
@Component
class KeptMinutes implements KeptContent {

    private final JdbcClient jdbc;

    KeptMinutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Misfit> firstMisfit() {
        return jdbc.sql("""
                with paper as (
                    select regency_code, meeting_id, sha256, :made as verb from deliberation.minutes
                    union all select regency_code, meeting_id, sha256, :signed from deliberation.signed_minutes)
                select coalesce(e.regency_code, p.regency_code) as regency, e.id as entry, p.meeting_id as meeting
                from (select * from ledger.entry where verb in (:made, :signed)) e
                full join paper p on p.regency_code = e.regency_code and p.meeting_id = e.subject_id and p.verb = e.verb
                    and sha256(convert_to(p.sha256, 'UTF8')) = e.digest
                where e.id is null or p.meeting_id is null
                order by e.id, p.meeting_id limit 1
                """)
                .param("made", MinutesDesk.MADE)
                .param("signed", MinutesDesk.SIGNED)
                .query((row, n) -> {
                    String entry = row.getString("entry");
                    return entry == null
                            ? Misfit.of(
                                    row.getString("regency"), "minutes", row.getString("meeting"), "minutes-unspoken")
                            : Misfit.of(row.getString("regency"), "entry", entry, "minutes-gone");
                })
                .optional();
    }

    @Override
    public List<Text> keepersOf(String regencyCode, String sha256) {
        return jdbc.sql("""
                select meeting_id from deliberation.minutes where regency_code = :regency and sha256 = :sha256
                union select meeting_id from deliberation.signed_minutes where regency_code = :regency and sha256 = :sha256
                """)
                .param("regency", regencyCode)
                .param("sha256", sha256)
                .query((row, n) -> Text.of("misfit.minutes", row.getString(1)))
                .list();
    }
}
