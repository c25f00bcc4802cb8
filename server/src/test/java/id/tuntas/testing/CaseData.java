package id.tuntas.testing;

import id.tuntas.access.Actor;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.NewFamily;
import id.tuntas.cases.NewFamily.NewMember;
import id.tuntas.cases.NominatedFamily;
import id.tuntas.cases.OpenedCases;
import id.tuntas.forms.EvidenceRules;
import id.tuntas.platform.Ids;
import id.tuntas.rounds.DatedPovertyLine;
import id.tuntas.rounds.NewRound;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds with families in them, each of its own, for tests that share one database. */
@Component
public class CaseData {

    public static final String FORM = "uji";
    public static final String FORM_VERSION = "1";

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final Cases cases;
    private final Personas personas;
    private final TransactionTemplate transaction;

    CaseData(JdbcClient jdbc, Rounds rounds, Cases cases, Personas personas, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.cases = cases;
        this.personas = personas;
        this.transaction = transaction;
    }

    /** An open round of February 2023 that refers to a form of its own. */
    public Round openRound(String code) {
        aForm();
        return rounds.create(personas.actor("citra"), round(code, RoundState.OPEN));
    }

    public void aForm() {
        jdbc.sql("""
                insert into forms.form_version (regency_code, form_id, version, title, xml, sha256, uploaded_at)
                values (:regency, :form, :version, 'Uji', '<h:html/>', 'x', now()) on conflict do nothing
                """)
                .param("regency", Personas.REGENCY)
                .param("form", FORM)
                .param("version", FORM_VERSION)
                .update();
    }

    public static NewRound round(String code, RoundState state) {
        return round(code, state, LocalDate.of(2023, 2, 1));
    }

    public static NewRound round(String code, RoundState state, LocalDate opens) {
        return new NewRound(
                code,
                "Putaran " + code,
                opens,
                opens.plusDays(24),
                opens.plusDays(300),
                FORM,
                FORM_VERSION,
                List.of(new DatedPovertyLine(LocalDate.of(2023, 1, 1), 322_170, 500_000)),
                EvidenceRules.standard(),
                2,
                30,
                30,
                state);
    }

    public OpenedCases open(Round round, List<NewFamily> families) {
        Actor citra = personas.actor("citra");
        return transaction.execute(status -> cases.openFromRoster(round.id(), Ids.next(), citra, families.iterator()));
    }

    /** Opens n families in a village and returns their ids in order. */
    public List<UUID> families(Round round, String village, int n) {
        List<NewFamily> families = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            families.add(family(village + "/" + round.code() + "/" + i, village, "Kepala " + i));
        }
        open(round, families);
        return families.stream()
                .map(family -> cases.findByRosterKey(Personas.REGENCY, round.id(), family.familyKey())
                        .orElseThrow()
                        .id())
                .toList();
    }

    /** A family that no roster lists. */
    public FamilyCase nominated(Round round, String village) {
        NominatedFamily family = new NominatedFamily(village, "Kepala Usul", "Jalan Mawar 1", "", null, List.of());
        return transaction.execute(status -> cases.openNominated(round.id(), personas.actor("citra"), family));
    }

    public static NewFamily family(String key, String village, String head) {
        return new NewFamily(
                key,
                village,
                head,
                "Jalan Melati 1",
                "Banjar Dinas Kaja",
                null,
                0,
                List.of(
                        new NewMember(1, head, null, "Kepala Keluarga", "L", LocalDate.of(1970, 5, 1)),
                        new NewMember(2, "Pasangan " + head, null, "Istri", "P", LocalDate.of(1975, 6, 2))));
    }
}
