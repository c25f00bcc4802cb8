package id.tuntas.visits.internal;

import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The XML of every submission, byte for byte, is what the entry of its sending is a digest of, in the ledger or waiting beside it. */
@Component
class KeptSubmissions implements KeptContent {

    private static final int FEW = 5;

    private final JdbcClient jdbc;

    KeptSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Misfit> firstMisfit() {
        return jdbc.sql("""
                select coalesce(e.regency_code, s.regency_code) as regency, coalesce(cast(e.id as text), s.entry ->> 'id') as entry,
                    s.id as submission
                from (select * from ledger.entry where verb = :sent) e
                full join visits.submission s on s.regency_code = e.regency_code and s.id = e.subject_id
                where s.id is null or e.id is null and s.entry is null
                    or coalesce(e.digest, decode(s.entry ->> 'digest', 'hex')) <> sha256(s.xml)
                order by coalesce(e.id, s.id) limit 1
                """)
                .param("sent", IntakeWriter.SENT)
                .query((row, n) -> {
                    String regency = row.getString("regency");
                    String entry = row.getString("entry");
                    String submission = row.getString("submission");
                    if (entry == null) {
                        return Misfit.of(regency, "submission", submission, "unspoken");
                    }
                    return submission == null
                            ? Misfit.of(regency, "entry", entry, "submission-gone")
                            : Misfit.of(regency, "entry", entry, "submission-changed", submission);
                })
                .optional();
    }

    @Override
    public List<Text> keepersOf(String regencyCode, String sha256) {
        return jdbc.sql("""
                select s.id, f.number from visits.attachment a
                join visits.submission s on s.regency_code = a.regency_code and s.instance_id = a.instance_id
                    and s.officer_id = a.officer_id
                left join visits.visit v on v.regency_code = s.regency_code and v.id = s.id
                left join cases.family f on f.regency_code = v.regency_code and f.id = v.family_id
                where a.regency_code = :regency and a.sha256 = :sha256 order by s.id limit :few
                """)
                .param("regency", regencyCode)
                .param("sha256", sha256)
                .param("few", FEW)
                .query((row, n) -> {
                    String visit = row.getString("id");
                    String number = row.getString("number");
                    return number == null
                            ? Text.of("misfit.of-visit", visit)
                            : Text.of("misfit.of-family", visit, number);
                })
                .list();
    }
}
