package id.tuntas.interventions.internal;

import id.tuntas.ledger.KeptContent;
import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What shows that a step was taken; a step itself is told by its entry alone. */
@Component
class KeptProofs implements KeptContent {

    private final JdbcClient jdbc;

    KeptProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Misfit> firstMisfit() {
        return Optional.empty();
    }

    @Override
    public List<Text> keepersOf(String regencyCode, String sha256) {
        return jdbc.sql("""
                select distinct f.number from interventions.proof p
                join interventions.step s on s.regency_code = p.regency_code and s.id = p.step_id
                join interventions.intervention i on i.regency_code = s.regency_code and i.id = s.intervention_id
                join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
                where p.regency_code = :regency and p.sha256 = :sha256 order by f.number limit 5
                """)
                .param("regency", regencyCode)
                .param("sha256", sha256)
                .query((row, n) -> Text.of("misfit.of-delivery", row.getString(1)))
                .list();
    }
}
