package id.tuntas.visits.internal;

import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The XML of every submission, byte for byte, is what the entry of its sending is a digest of, in the ledger or waiting beside it. */
@Component
class KeptSubmissions implements KeptContent {

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
                        return new Misfit(regency, "submission " + submission, "no entry speaks of it");
                    }
                    return new Misfit(
                            regency,
                            "entry " + entry,
                            submission == null
                                    ? "the submission that it speaks of is gone"
                                    : "submission " + submission + " is not what was sent");
                })
                .optional();
    }
}
