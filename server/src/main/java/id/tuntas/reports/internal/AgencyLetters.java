package id.tuntas.reports.internal;

import static id.tuntas.reports.internal.Table.Column.number;
import static id.tuntas.reports.internal.Table.Column.text;

import id.tuntas.access.Verb;
import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Gaps.Means;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Lack;
import id.tuntas.regions.Regions;
import id.tuntas.reports.internal.Letters.Letter;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To each agency: what was asked of it for families of the round and waits for it, what is late first; and its quotas that are over. */
@Component
class AgencyLetters implements LetterMaker {

    private static final List<Table.Column> COLUMNS = List.of(
            text("Nomor kasus"),
            text("Kepala keluarga"),
            text("Alamat"),
            text("Desa"),
            text("Program"),
            text("Yang ditunggu"),
            text("Tenggat"),
            number("Hari terlambat"));

    private static final List<Table.Column> OVER =
            List.of(text("Program"), text("Wilayah"), number("Lewat kuota"), number("Lewat pagu (Rp)"));

    private record Waiting(String agency, List<String> row, boolean late) {}

    private final JdbcClient jdbc;
    private final Gaps gaps;
    private final Regions regions;
    private final LetterPapers papers;

    AgencyLetters(JdbcClient jdbc, Gaps gaps, Regions regions, LetterPapers papers) {
        this.jdbc = jdbc;
        this.gaps = gaps;
        this.regions = regions;
        this.papers = papers;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.AGENCY_LETTERS;
    }

    @Override
    public Letters read(Ask ask) {
        Map<String, List<Waiting>> agencies = waiting(ask).stream().collect(Collectors.groupingBy(Waiting::agency));
        Map<String, List<Means>> over = gaps.means(ask.actor(), Verb.INTERVENTION_MANAGE).stream()
                .filter(Means::over)
                .collect(Collectors.groupingBy(Means::agency));
        return new Letters(Stream.concat(agencies.keySet().stream(), over.keySet().stream())
                .distinct()
                .sorted()
                .map(agency ->
                        letter(agency, agencies.getOrDefault(agency, List.of()), over.getOrDefault(agency, List.of())))
                .toList());
    }

    private Letter letter(String agency, List<Waiting> waiting, List<Means> over) {
        long late = waiting.stream().filter(Waiting::late).count();
        return new Letter(
                agency.replaceAll("[^\\p{L}\\p{N} .()-]", "-") + ".pdf",
                List.of("Kepala " + agency, "di tempat"),
                "Permintaan bantuan yang menunggu " + agency,
                PaperHtml.count(waiting.size()) + " permintaan bantuan bagi keluarga miskin ekstrem menunggu Saudara; "
                        + PaperHtml.count(late)
                        + " di antaranya sudah lewat tenggat. Mohon jawaban, jadwal, atau penyerahannya "
                        + "dicatat di Tuntas."
                        + (over.isEmpty()
                                ? ""
                                : " Rencana Saudara sudah lewat dari kuota atau pagu tahun ini; mohon rencananya "
                                        + "disesuaikan, atau kuota dan pagunya ditambah."),
                Stream.of(
                                new Table(
                                        "Permintaan",
                                        COLUMNS,
                                        waiting.stream().map(Waiting::row).toList()),
                                new Table(
                                        "Rencana yang lewat kuota atau pagu",
                                        OVER,
                                        over.stream().map(this::row).toList()))
                        .filter(table -> !table.rows().isEmpty())
                        .toList());
    }

    private List<String> row(Means one) {
        return List.of(
                one.programme(),
                regions.name(one.area()),
                one.unitsOver() > 0 ? Integer.toString(one.unitsOver()) : "",
                one.rupiahOver() > 0 ? Long.toString(one.rupiahOver()) : "");
    }

    private List<Waiting> waiting(Ask ask) {
        return jdbc.sql("""
                select f.number, f.head_name, f.address, f.village_code, p.name as programme, a.name as agency, i.state, i.due
                from interventions.intervention i
                join cases.family f on f.regency_code = i.regency_code and f.id = i.family_id
                join programmes.programme p on p.regency_code = i.regency_code and p.id = i.programme_id
                join programmes.agency a on a.regency_code = p.regency_code and a.id = p.agency_id
                where i.regency_code = :regency and f.round_id = :round and f.village_code like any(:scope) and i.state = any(:states)
                order by i.due nulls last, f.village_code, f.number
                """)
                .param("regency", ask.regencyCode())
                .param("round", ask.round().id())
                .param("scope", ask.scope())
                .param(
                        "states",
                        Arrays.stream(InterventionState.values())
                                .filter(state -> Lack.of(state).waitsForAgency())
                                .map(InterventionState::key)
                                .toArray(String[]::new))
                .query((row, n) -> {
                    LocalDate due = row.getObject("due", LocalDate.class);
                    boolean late = due != null && due.isBefore(ask.day());
                    return new Waiting(
                            row.getString("agency"),
                            List.of(
                                    row.getString("number"),
                                    row.getString("head_name"),
                                    row.getString("address"),
                                    regions.name(row.getString("village_code")),
                                    row.getString("programme"),
                                    PaperWords.turn(InterventionState.findByKey(row.getString("state"))
                                            .orElseThrow()),
                                    due == null ? "" : PaperHtml.day(due),
                                    late ? Long.toString(ChronoUnit.DAYS.between(due, ask.day())) : ""),
                            late);
                })
                .list();
    }

    @Override
    public byte[] write(Letters facts, Head head, Papers kept) throws IOException {
        return papers.write(facts, head, kept);
    }
}
