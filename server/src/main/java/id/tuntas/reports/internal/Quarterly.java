package id.tuntas.reports.internal;

import static id.tuntas.reports.internal.PaperHtml.count;
import static id.tuntas.reports.internal.PaperHtml.day;
import static id.tuntas.reports.internal.Table.Column.number;
import static id.tuntas.reports.internal.Table.Column.text;

import id.tuntas.platform.Regency;
import id.tuntas.reports.internal.QuarterlyFacts.District;
import id.tuntas.reports.internal.QuarterlyFacts.Help;
import id.tuntas.reports.internal.Table.Column;
import id.tuntas.rounds.PovertyLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The regent's report to the Minister of Home Affairs, every three months, with a copy to the Coordinating Minister for Human Development and
 * Culture: Presidential Instruction 4 of 2022. It follows what the instruction asks of a regent, as the ministry's guide to the quarterly
 * report lists it (Petunjuk Teknis Pelaporan PPKE Triwulan Pemerintah Daerah, June 2023): the target list set by village meetings and proved by
 * their minutes, programmes and their money by the three strategies, land for houses, and what came of it.
 */
@Component
class Quarterly implements ReportMaker<QuarterlyFacts> {

    private static final String STYLE =
            ".sign { margin-top: 10mm; margin-left: 110mm; } td, th { padding: 0.8mm 1mm; }";

    private final QuarterlyQueries queries;
    private final Regency regency;

    Quarterly(QuarterlyQueries queries, Regency regency) {
        this.queries = queries;
        this.regency = regency;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.QUARTERLY;
    }

    @Override
    public Class<QuarterlyFacts> facts() {
        return QuarterlyFacts.class;
    }

    @Override
    public QuarterlyFacts read(Ask ask) {
        return queries.read(ask);
    }

    @Override
    public List<Table> tables(QuarterlyFacts facts) {
        List<Table> tables =
                new ArrayList<>(List.of(targets(facts), results(facts), helps(facts.helps()), stands(facts)));
        if (facts.lacks() != null) {
            tables.add(lacks(facts.lacks()));
        }
        return tables;
    }

    @Override
    public byte[] write(QuarterlyFacts facts, Head head, Papers papers) {
        PaperHtml html = new PaperHtml().h1(head.title());
        html.p("Kepada Yth. Menteri Dalam Negeri");
        html.p("Tembusan: Menteri Koordinator Bidang Pembangunan Manusia dan Kebudayaan");
        html.p("Dasar: " + PovertyLaw.ORDER);
        html.p("Masa laporan: " + day(facts.from()) + " sampai " + day(facts.day()));
        html.h2("1. Penetapan data sasaran").p(targetWords(facts)).table(targets(facts));
        html.h2("2. Hasil verifikasi dan validasi").p(resultWords(facts)).table(results(facts));
        html.h2("3. Program menurut strategi").p(helpWords(facts.helps()));
        IntStream.rangeClosed(1, 3).forEach(pillar -> strategy(html, facts.helps(), pillar));
        html.h2("4. Penyediaan lahan perumahan")
                .p("Tidak dicatat di Tuntas; diisi oleh perangkat daerah yang menangani perumahan.");
        html.h2("5. Kebutuhan yang belum terpenuhi");
        if (facts.lacks() == null) {
            html.p(
                    "Hanya dapat dihitung pada hari berjalan, jadi tidak ada dalam laporan untuk hari yang sudah lewat.");
        } else {
            html.table(lacks(facts.lacks()));
        }
        html.h2("6. Capaian menuju nol").p(standWords(facts)).table(stands(facts));
        html.raw(
                "<div class=\"sign\"><p>Bupati,</p><p>&#160;</p><p>&#160;</p><p>....................................</p></div>");
        html.head(head);
        return html.archive(head, regency, STYLE);
    }

    private static void strategy(PaperHtml html, List<Help> helps, int pillar) {
        List<Help> own = helps.stream().filter(help -> help.pillar() == pillar).toList();
        html.h3(PaperWords.strategy(pillar));
        if (own.isEmpty()) {
            html.p("Belum ada permintaan bantuan dengan strategi ini.");
        } else {
            html.table(helps(own).withoutFirst());
        }
    }

    private static String targetWords(QuarterlyFacts facts) {
        String meetings = "Musyawarah sudah ditutup dengan berita acara di " + count(facts.villagesDone()) + " dari "
                + count(facts.villages()) + " desa dan kelurahan. ";
        if (facts.decree() == null) {
            return meetings + "Data sasaran belum ditetapkan dengan keputusan bupati.";
        }
        return meetings + "Data sasaran ditetapkan dengan "
                + (facts.decree().ordinal() == 1 ? "keputusan" : "perubahan keputusan") + " bupati nomor "
                + facts.decree().number() + " tanggal " + day(facts.decree().decidedOn()) + ": "
                + count(sum(facts, District::decreed)) + " keluarga, " + count(sum(facts, District::persons))
                + " jiwa yang dijumpai pada kunjungan, dan bukan jiwa menurut data.";
    }

    private static String resultWords(QuarterlyFacts facts) {
        return "Dari " + count(sum(facts, one -> one.tally().total())) + " keluarga, "
                + count(sum(facts, one -> one.tally().approved())) + " selesai diverifikasi dan disetujui, "
                + count(sum(facts, one -> one.tally().total() - one.tally().visited()))
                + " belum dikunjungi. Hasil ini menurut tinjauan kunjungan pertama; apa yang ditetapkan musyawarah, SK, atau graduasi"
                + " sesudahnya terlihat pada capaian menuju nol.";
    }

    private static String helpWords(List<Help> helps) {
        return count(helps.stream().mapToInt(Help::asked).sum()) + " permintaan bantuan, "
                + count(helps.stream().mapToInt(Help::received).sum())
                + " sudah diterima keluarga menurut kesaksian petugas, senilai "
                + PaperHtml.rupiah(helps.stream().mapToLong(Help::amount).sum()) + ".";
    }

    private static String standWords(QuarterlyFacts facts) {
        return count(sum(facts, one -> one.stand().graduated())) + " keluarga tertolong dan lulus, "
                + count(sum(facts, one -> one.stand().open())) + " belum tuntas; "
                + count(sum(facts, one -> one.stand().examined()))
                + " keluar dari daftar karena pemeriksaan, bukan karena bantuan.";
    }

    private static int sum(QuarterlyFacts facts, ToIntFunction<District> of) {
        return facts.districts().stream().mapToInt(of).sum();
    }

    private static Table targets(QuarterlyFacts facts) {
        return districts(
                facts, "Sasaran", List.of("Keluarga sasaran", "Jiwa"), List.of(District::decreed, District::persons));
    }

    private static Table results(QuarterlyFacts facts) {
        return districts(
                facts,
                "Hasil verval",
                List.of(
                        "Keluarga",
                        "Dikunjungi",
                        "Disetujui",
                        "Miskin ekstrem",
                        "Fakir miskin",
                        "Mampu",
                        "Pindah",
                        "Meninggal",
                        "Ganda",
                        "Tidak ditemukan",
                        "Menolak"),
                List.of(
                        one -> one.tally().total(),
                        one -> one.tally().visited(),
                        one -> one.tally().approved(),
                        one -> one.tally().extremelyPoor(),
                        one -> one.tally().poor(),
                        one -> one.tally().notPoor(),
                        one -> one.tally().moved(),
                        one -> one.tally().deceased(),
                        one -> one.tally().duplicate(),
                        one -> one.tally().notFound(),
                        one -> one.tally().refused()));
    }

    private static Table stands(QuarterlyFacts facts) {
        return districts(
                facts,
                "Capaian",
                List.of(
                        "Keluarga",
                        "Keluar karena pemeriksaan",
                        "Tertolong dan lulus",
                        "Belum tuntas",
                        "Menunggu bantuan",
                        "Dicoret, belum diperiksa ulang",
                        "Menunggu keputusan",
                        "Menunggu musyawarah",
                        "Belum diverifikasi"),
                List.of(
                        one -> one.stand().total(),
                        one -> one.stand().examined(),
                        one -> one.stand().graduated(),
                        one -> one.stand().open(),
                        one -> one.stand().awaitingHelp(),
                        one -> one.stand().struck(),
                        one -> one.stand().awaitingDecree(),
                        one -> one.stand().awaitingMeeting(),
                        one -> one.stand().unverified()));
    }

    /** A row for each district, and one for all together. */
    private static Table districts(
            QuarterlyFacts facts, String name, List<String> titles, List<ToIntFunction<District>> counts) {
        List<Column> columns = new ArrayList<>(List.of(text("Kecamatan")));
        titles.forEach(title -> columns.add(number(title)));
        List<List<String>> rows = new ArrayList<>();
        facts.districts().forEach(one -> rows.add(row(one.name(), counts, count -> count.applyAsInt(one))));
        rows.add(row("Seluruhnya", counts, count -> sum(facts, count)));
        return new Table(name, List.copyOf(columns), rows);
    }

    private static List<String> row(
            String name, List<ToIntFunction<District>> counts, ToIntFunction<ToIntFunction<District>> of) {
        List<String> row = new ArrayList<>(List.of(name));
        counts.forEach(count -> row.add(Integer.toString(of.applyAsInt(count))));
        return row;
    }

    private static Table helps(List<Help> helps) {
        return new Table(
                "Program",
                List.of(
                        text("Strategi"),
                        text("Program"),
                        text("Perangkat daerah"),
                        text("Sumber dana"),
                        number("Diminta"),
                        number("Disanggupi"),
                        number("Diserahkan"),
                        number("Diterima"),
                        number("Diterima triwulan ini"),
                        number("Nilai diterima (Rp)")),
                helps.stream()
                        .map(one -> List.of(
                                PaperWords.strategy(one.pillar()),
                                one.programme(),
                                one.agency(),
                                one.funding(),
                                Integer.toString(one.asked()),
                                Integer.toString(one.accepted()),
                                Integer.toString(one.delivered()),
                                Integer.toString(one.received()),
                                Integer.toString(one.receivedNow()),
                                Long.toString(one.amount())))
                        .toList());
    }

    private static Table lacks(List<QuarterlyFacts.Lacking> lacks) {
        return new Table(
                "Kebutuhan",
                List.of(text("Kebutuhan"), number("Banyaknya"), number("Sudah terpenuhi"), number("Belum terpenuhi")),
                lacks.stream()
                        .map(one -> List.of(
                                one.need(),
                                Integer.toString(one.needs()),
                                Integer.toString(one.met()),
                                Integer.toString(one.needs() - one.met())))
                        .toList());
    }
}
