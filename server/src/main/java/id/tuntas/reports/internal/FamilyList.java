package id.tuntas.reports.internal;

import static id.tuntas.reports.internal.Table.Column.number;
import static id.tuntas.reports.internal.Table.Column.text;

import id.tuntas.platform.Json;
import id.tuntas.platform.Regency;
import id.tuntas.reports.internal.FamilyList.Families;
import id.tuntas.reports.internal.FamilyQueries.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Families by name and by address, without their numbers: those leave the house with the decree's annex alone. */
@Component
class FamilyList implements ReportMaker<Families> {

    record Families(List<Family> families) {}

    private static final List<Table.Column> COLUMNS = List.of(
            text("Nomor kasus"),
            text("Kode desa"),
            text("Kecamatan"),
            text("Desa"),
            text("Banjar"),
            text("Kepala keluarga"),
            text("Alamat"),
            number("Jiwa"),
            text("Hasil verval"),
            text("Tanggal kunjungan"),
            number("Lintang"),
            number("Bujur"),
            number("Ketelitian (m)"),
            text("Kedudukan"),
            number("Jiwa menurut data"));

    private static final List<Table.Column> ON_PAPER = List.of(
            text("Nomor kasus"),
            text("Kepala keluarga"),
            text("Alamat"),
            number("Jiwa"),
            text("Hasil verval"),
            text("Kedudukan"));

    private static final String STYLE = "td, th { padding: 0.6mm 1mm; } td:first-child { white-space: nowrap; }";

    private final FamilyQueries queries;
    private final Json json;
    private final Regency regency;

    FamilyList(FamilyQueries queries, Json json, Regency regency) {
        this.queries = queries;
        this.json = json;
        this.regency = regency;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.FAMILY_LIST;
    }

    @Override
    public Class<Families> facts() {
        return Families.class;
    }

    @Override
    public Families read(Ask ask) {
        return new Families(queries.list(ask));
    }

    @Override
    public List<Table> tables(Families facts) {
        return List.of(new Table(
                "Keluarga",
                COLUMNS,
                facts.families().stream().map(FamilyList::row).toList()));
    }

    private static List<String> row(Family family) {
        VisitPoint point = VisitPoint.of(family.lat(), family.lng(), family.accuracy());
        return List.of(
                family.number(),
                family.village(),
                family.districtName(),
                family.villageName(),
                family.hamlet(),
                family.name(),
                family.address(),
                Integer.toString(family.persons()),
                family.standing().word(),
                Objects.toString(family.visitedOn(), ""),
                point == null ? "" : point.rounded(point.lat()).toPlainString(),
                point == null ? "" : point.rounded(point.lng()).toPlainString(),
                point == null || point.accuracy() == null ? "" : Long.toString(Math.round(Math.ceil(point.accuracy()))),
                PaperWords.of(family.zero()),
                Integer.toString(family.listed()));
    }

    @Override
    public byte[] write(Families facts, Head head, Papers papers) {
        return head.ask().format() == ReportFormat.GEOJSON
                ? GeoJson.write(json, head, facts.families())
                : paper(facts.families(), head);
    }

    private byte[] paper(List<Family> families, Head head) {
        PaperHtml html = new PaperHtml().h1(head.title()).head(head);
        html.p(PaperHtml.count(families.size()) + " keluarga, "
                + PaperHtml.count(families.stream().mapToLong(Family::persons).sum()) + " jiwa.");
        Map<String, List<Family>> villages =
                families.stream().collect(Collectors.groupingBy(Family::village, TreeMap::new, Collectors.toList()));
        String district = "";
        for (List<Family> village : villages.values()) {
            Family first = village.getFirst();
            if (!first.district().equals(district)) {
                district = first.district();
                html.h2("Kecamatan " + first.districtName());
            }
            html.h3(first.villageName() + ": " + PaperHtml.count(village.size()) + " keluarga");
            html.table(new Table("", ON_PAPER, onPaper(village)));
        }
        return html.archive(head, regency, STYLE);
    }

    private static List<List<String>> onPaper(List<Family> village) {
        List<List<String>> rows = new ArrayList<>();
        for (Family family : village) {
            rows.add(List.of(
                    family.number(),
                    family.name(),
                    Stream.of(family.address(), family.hamlet())
                            .filter(part -> !part.isBlank())
                            .collect(Collectors.joining(", ")),
                    Integer.toString(family.persons()),
                    family.standing().word(),
                    PaperWords.of(family.zero())));
        }
        return rows;
    }
}
