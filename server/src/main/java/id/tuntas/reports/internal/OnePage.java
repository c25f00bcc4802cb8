package id.tuntas.reports.internal;

import static id.tuntas.reports.internal.PaperHtml.count;
import static id.tuntas.reports.internal.Table.Column.change;
import static id.tuntas.reports.internal.Table.Column.number;
import static id.tuntas.reports.internal.Table.Column.text;

import id.tuntas.cases.Tally;
import id.tuntas.platform.Regency;
import id.tuntas.reports.internal.MeetingFacts.District;
import id.tuntas.reports.internal.MeetingFacts.Wait;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** One page for the coordination meeting, whatever the week brought: numbers, a map, what moved, and the decisions that are wanted. */
@Component
class OnePage implements ReportMaker<MeetingFacts> {

    private static final int MOST_DISTRICTS = 14;
    private static final int MOST_WAITS = 14;
    private static final String MINUS = "\u2212";

    private static final String STYLE = """
            h2 { margin-top: 3mm; }
            td, th { padding: 0.5mm 1mm; }
            .numbers { font-size: 11pt; margin-top: 2mm; }
            .map { position: relative; margin-top: 2mm; }
            .dot { position: absolute; width: 2mm; height: 2mm; border-radius: 1mm; border: 0.1mm solid #555; }
            .name { position: absolute; width: 30mm; text-align: center; font-size: 7pt; }
            .name span { background-color: #ffffff; }
            .s0 { background-color: #ffffff; } .s1 { background-color: #c9d8ea; } .s2 { background-color: #8fb1d4; }
            .s3 { background-color: #4f83b9; } .s4 { background-color: #1d4f86; }
            """;

    private final MeetingQueries queries;
    private final Regency regency;

    OnePage(MeetingQueries queries, Regency regency) {
        this.queries = queries;
        this.regency = regency;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.ONE_PAGE;
    }

    @Override
    public Class<MeetingFacts> facts() {
        return MeetingFacts.class;
    }

    @Override
    public MeetingFacts read(Ask ask) {
        return queries.read(ask);
    }

    @Override
    public List<Table> tables(MeetingFacts facts) {
        return List.of(districts(facts, facts.districts()), waits(facts.waits()));
    }

    /** As much of what waits as one page takes. */
    @Override
    public byte[] write(MeetingFacts facts, Head head, Papers papers) throws IOException {
        int most = Math.min(MOST_WAITS, facts.waits().size());
        byte[] paper = paper(facts, head, most);
        while (most > 0 && pages(paper) > 1) {
            paper = paper(facts, head, --most);
        }
        return paper;
    }

    private static int pages(byte[] paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return document.getNumberOfPages();
        }
    }

    private byte[] paper(MeetingFacts facts, Head head, int most) {
        PaperHtml html = new PaperHtml().h1(head.title() + ": " + regency.name());
        html.raw("<p class=\"numbers\">").text(numbers(facts)).raw("</p>");
        html.p(time(facts));
        html.h2(
                facts.towardsZero()
                        ? "Peta desa menurut banyaknya keluarga yang belum tuntas"
                        : "Peta desa menurut bagian keluarga yang sudah dikunjungi");
        DotMap.draw(html, facts);
        html.h2("Yang bergerak sejak " + PaperHtml.day(facts.before()));
        html.p(still(facts));
        List<District> shown = facts.districts().stream()
                .sorted(Comparator.comparing((District one) -> -left(facts, one)))
                .limit(MOST_DISTRICTS)
                .toList();
        html.table(districts(facts, shown));
        if (shown.size() < facts.districts().size()) {
            html.p("Dan " + count(facts.districts().size() - shown.size())
                    + " kecamatan lain yang tersisa lebih sedikit.");
        }
        html.h2("Keputusan yang diminta: yang paling lama menunggu");
        if (facts.waits().isEmpty()) {
            html.p("Tidak ada yang menunggu.");
        } else {
            html.table(waits(facts.waits().subList(0, most)));
        }
        if (most < facts.waits().size()) {
            html.p("Dan " + count(facts.waits().size() - most) + " hal lain; lihat beranda Tuntas.");
        }
        html.raw("<p class=\"small\">")
                .text(head.lines().stream()
                        .map(line -> line.label() + ": " + line.value())
                        .collect(Collectors.joining(" · ")))
                .raw("</p>");
        return html.archive(head, regency, STYLE);
    }

    private static String numbers(MeetingFacts facts) {
        return facts.towardsZero() ? numbersToZero(facts) : numbersOfVisits(facts);
    }

    private static String families(MeetingFacts facts, int total) {
        return facts.proposed() == 0
                ? count(total) + " keluarga"
                : count(total - facts.proposed()) + " keluarga dalam data dan " + count(facts.proposed())
                        + " keluarga usulan";
    }

    private static String numbersOfVisits(MeetingFacts facts) {
        Tally now = facts.now();
        Tally then = facts.weekAgo();
        int gone = now.moved() + now.deceased() + now.notFound() + now.duplicate();
        return families(facts, now.total()) + ": " + count(now.visited()) + " dikunjungi ("
                + moved(now.visited() - then.visited())
                + "), " + count(now.approved()) + " disetujui (" + moved(now.approved() - then.approved()) + "), "
                + count(now.extremelyPoor()) + " miskin ekstrem (" + moved(now.extremelyPoor() - then.extremelyPoor())
                + "), " + count(now.poor()) + " fakir miskin, " + count(now.notPoor()) + " mampu, " + count(gone)
                + " pindah, meninggal, ganda, atau tidak ditemukan.";
    }

    private static String numbersToZero(MeetingFacts facts) {
        Stand now = facts.stand();
        Stand then = facts.stoodBefore();
        return families(facts, now.total()) + ": " + count(now.open()) + " belum tuntas ("
                + moved(now.open() - then.open()) + "), yaitu " + count(now.awaitingHelp()) + " menunggu bantuan, "
                + (now.struck() > 0 ? count(now.struck()) + " dicoret dan belum diperiksa ulang, " : "")
                + count(now.awaitingDecree()) + " menunggu keputusan bupati, " + count(now.awaitingMeeting())
                + " menunggu musyawarah, " + count(now.unverified()) + " belum disetujui hasil kunjungannya; "
                + count(facts.received()) + " bantuan diterima (" + moved(facts.received() - facts.receivedBefore())
                + "), "
                + count(now.graduated()) + " keluarga tertolong dan lulus ("
                + moved(now.graduated() - then.graduated()) + "); "
                + count(now.examined()) + " keluar karena pemeriksaan (" + moved(now.examined() - then.examined())
                + "), bukan karena bantuan.";
    }

    private static String time(MeetingFacts facts) {
        if (facts.towardsZero()) {
            return timeToZero(facts);
        }
        int left = unvisited(facts);
        long days = ChronoUnit.DAYS.between(facts.day(), facts.deadline());
        int week = facts.now().visited() - facts.weekAgo().visited();
        return "Batas verval " + PaperHtml.day(facts.deadline()) + ", "
                + (days == 0 ? "hari ini" : count(days) + " hari lagi") + "; " + count(left)
                + " keluarga belum dikunjungi, perlu " + count(Math.ceilDiv(left, Math.max(1, days)))
                + " sehari; sepekan ini " + count(week) + " keluarga.";
    }

    private static int unvisited(MeetingFacts facts) {
        return facts.now().total() - facts.now().visited();
    }

    private static String visits(MeetingFacts facts) {
        int listed = facts.listedUnvisited();
        int proposed = unvisited(facts) - listed;
        if (listed == 0 && proposed == 0) {
            return "Semua keluarga sudah dikunjungi. ";
        }
        return (listed == 0 ? "Semua keluarga dalam data sudah dikunjungi. " : listedUnvisited(facts))
                + (proposed == 0 ? "" : count(proposed) + " keluarga usulan belum dikunjungi. ");
    }

    private static String listedUnvisited(MeetingFacts facts) {
        return count(facts.listedUnvisited()) + " keluarga belum dikunjungi"
                + (facts.visitsOverdue()
                        ? ", padahal batas verval " + PaperHtml.day(facts.deadline()) + " sudah lewat"
                        : "")
                + ". ";
    }

    private static String timeToZero(MeetingFacts facts) {
        long days = ChronoUnit.DAYS.between(facts.day(), facts.zeroDate());
        int open = facts.stand().open();
        String target = visits(facts) + "Target nol " + PaperHtml.day(facts.zeroDate());
        if (open == 0) {
            return target + ": tidak ada lagi keluarga yang belum tuntas.";
        }
        return days < 0
                ? target + " terlewat " + count(-days) + " hari; " + count(open) + " keluarga belum tuntas."
                : target + ", " + count(days) + " hari lagi; " + count(open) + " keluarga belum tuntas.";
    }

    /** Families with which the meeting is not done. */
    private static int left(MeetingFacts facts, District one) {
        return facts.towardsZero()
                ? one.stand().open()
                : one.now().total() - one.now().visited();
    }

    /** Who has families left and has not moved at all. */
    private static String still(MeetingFacts facts) {
        String still = facts.districts().stream()
                .filter(one -> left(facts, one) > 0
                        && (facts.towardsZero()
                                ? one.stand().open() >= one.stoodBefore().open()
                                : one.now().visited() <= one.before().visited()))
                .map(District::name)
                .collect(Collectors.joining(", "));
        if (facts.towardsZero()) {
            return still.isEmpty()
                    ? "Setiap kecamatan yang masih punya sisa berkurang sisanya."
                    : "Tidak berkurang, padahal masih ada yang belum tuntas: " + still + ".";
        }
        return still.isEmpty()
                ? "Setiap kecamatan yang masih punya sisa menambah kunjungan."
                : "Tanpa tambahan kunjungan, padahal masih ada sisa: " + still + ".";
    }

    private static Table districts(MeetingFacts facts, List<District> districts) {
        return facts.towardsZero() ? districtsToZero(districts) : districtsByVisits(districts);
    }

    private static Table districtsToZero(List<District> districts) {
        return new Table(
                "Kecamatan",
                List.of(
                        text("Kecamatan"),
                        number("Keluarga"),
                        number("Belum tuntas"),
                        change("Sepekan"),
                        number("Menunggu bantuan"),
                        number("Bantuan diterima"),
                        change("Sepekan"),
                        number("Lulus"),
                        change("Sepekan")),
                districts.stream()
                        .map(one -> List.of(
                                one.name(),
                                Integer.toString(one.stand().total()),
                                Integer.toString(one.stand().open()),
                                moved(one.stand().open() - one.stoodBefore().open()),
                                Integer.toString(one.stand().awaitingHelp()),
                                Integer.toString(one.received()),
                                moved(one.received() - one.receivedBefore()),
                                Integer.toString(one.stand().graduated()),
                                moved(one.stand().graduated()
                                        - one.stoodBefore().graduated())))
                        .toList());
    }

    private static Table districtsByVisits(List<District> districts) {
        return new Table(
                "Kecamatan",
                List.of(
                        text("Kecamatan"),
                        number("Keluarga"),
                        number("Dikunjungi"),
                        change("Sepekan"),
                        number("Disetujui"),
                        change("Sepekan"),
                        number("Miskin ekstrem"),
                        change("Sepekan"),
                        number("Belum dikunjungi")),
                districts.stream()
                        .map(one -> List.of(
                                one.name(),
                                Integer.toString(one.now().total()),
                                Integer.toString(one.now().visited()),
                                moved(one, Tally::visited),
                                Integer.toString(one.now().approved()),
                                moved(one, Tally::approved),
                                Integer.toString(one.now().extremelyPoor()),
                                moved(one, Tally::extremelyPoor),
                                Integer.toString(one.now().total() - one.now().visited())))
                        .toList());
    }

    private static String moved(District district, ToIntFunction<Tally> of) {
        return moved(of.applyAsInt(district.now()) - of.applyAsInt(district.before()));
    }

    private static String moved(int by) {
        return by == 0 ? "0" : (by > 0 ? "+" : MINUS) + count(Math.abs(by));
    }

    private static Table waits(List<Wait> waits) {
        return new Table(
                "Menunggu",
                List.of(
                        text("Sejak"),
                        number("Hari"),
                        text("Menunggu siapa"),
                        text("Untuk apa"),
                        text("Di mana"),
                        number("Banyaknya")),
                waits.stream()
                        .map(one -> List.of(
                                PaperHtml.day(one.since()),
                                Long.toString(one.days()),
                                one.who(),
                                one.what(),
                                one.where(),
                                Integer.toString(one.count())))
                        .toList());
    }
}
