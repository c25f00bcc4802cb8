package id.tuntas.reports.internal;

import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a report was asked for is what the entry of its asking is a digest of, its file what the entry of its making is. A file in which
 * families stand by name may be gone: of it the hash is left.
 */
@Component
class KeptReports implements KeptContent {

    private final JdbcClient jdbc;

    KeptReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Misfit> firstMisfit() {
        return jdbc.sql("""
                with kept as (
                    select regency_code, id, :asked as verb, sha256(convert_to(coalesce(purpose, ''), 'UTF8')) as digest from reports.report
                    union all
                    select regency_code, id, :made, case
                        when file is null and purpose is not null then decode(sha256, 'hex')
                        when encode(sha256(file), 'hex') = sha256 then sha256(file) end
                    from reports.report where sha256 is not null)
                select coalesce(e.regency_code, k.regency_code) as regency, e.id as entry, k.id as report
                from (select * from ledger.entry where verb in (:verbs)) e
                full join kept k on k.regency_code = e.regency_code and k.id = e.subject_id and k.verb = e.verb
                where e.id is null or k.id is null or k.digest is distinct from e.digest
                order by coalesce(e.id, k.id) limit 1
                """)
                .param("asked", ReportDesk.ASKED)
                .param("made", ReportDesk.MADE)
                .param("verbs", List.of(ReportDesk.ASKED, ReportDesk.MADE))
                .query((row, n) -> {
                    String entry = row.getString("entry");
                    String report = row.getString("report");
                    if (entry == null) {
                        return Misfit.of(row.getString("regency"), "report", report, "unspoken");
                    }
                    return report == null
                            ? Misfit.of(row.getString("regency"), "entry", entry, "report-gone")
                            : Misfit.of(row.getString("regency"), "entry", entry, "report-changed", report);
                })
                .optional();
    }
}
