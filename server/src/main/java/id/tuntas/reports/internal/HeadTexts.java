package id.tuntas.reports.internal;

import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Regency;
import id.tuntas.regions.Regions;
import id.tuntas.reports.internal.Head.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words with which a file says what it is. */
@Component
class HeadTexts {

    private final Regions regions;
    private final Regency regency;

    HeadTexts(Regions regions, Regency regency) {
        this.regions = regions;
        this.regency = regency;
    }

    Head of(Ask ask, Instant asOf, String dataSha256) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Putaran", ask.round().name() + " (" + ask.round().code() + ")"));
        lines.add(new Line("Wilayah", ask.regions().stream().map(this::place).collect(Collectors.joining(", "))));
        if (ask.kind() == ReportKind.FAMILY_LIST) {
            lines.add(new Line(
                    "Hasil verval",
                    ask.standing() == null ? "semua" : ask.standing().word()));
            lines.add(new Line(
                    "Kedudukan", ask.zero() == null ? "semua" : ask.zero().word()));
            lines.add(
                    new Line(
                            "Hasil verval dan kedudukan",
                            "hasil menurut tinjauan kunjungan pertama; kedudukan juga menurut musyawarah, SK, dan graduasi, seperti di Menuju nol"));
            lines.add(new Line("Jiwa", "yang dijumpai pada kunjungan; Jiwa menurut data seperti di Menuju nol"));
        }
        boolean running = ask.day().equals(BusinessClock.dayOf(asOf));
        lines.add(new Line(running ? "Keadaan pada" : "Keadaan pada akhir", PaperHtml.day(ask.day())));
        if (!running && ask.kind() == ReportKind.FAMILY_LIST) {
            lines.add(new Line("Nama, alamat, dan jiwa", "menurut saat dibaca, bukan hari itu"));
        }
        lines.add(new Line("Satuan", unit(ask.kind())));
        lines.add(new Line("Dibaca", PaperHtml.moment(asOf)));
        lines.add(
                new Line("Dibuat oleh", ask.actor().name() + " (" + ask.actor().username() + ")"));
        if (ask.purpose() != null) {
            lines.add(new Line("Keperluan", ask.purpose()));
        }
        lines.add(new Line("SHA-256 data", dataSha256));
        lines.add(new Line(
                "Pemeriksaan", "SHA-256 berkas ini tercatat di buku besar Tuntas sebagai laporan " + ask.id()));
        return new Head(ask, title(ask), List.copyOf(lines), asOf, dataSha256);
    }

    private String place(String code) {
        return regions.find(code)
                .map(region -> region.level().equals("regency") ? regency.name() : region.kind() + " " + region.name())
                .orElse(code);
    }

    private String title(Ask ask) {
        return switch (ask.kind()) {
            case FAMILY_LIST -> "Daftar keluarga menurut nama dan alamat";
            case QUARTERLY ->
                "Laporan percepatan penghapusan kemiskinan ekstrem " + regency.name() + ", "
                        + Quarter.of(ask.day()).words();
            case ONE_PAGE -> "Bahan rapat koordinasi, " + PaperHtml.day(ask.day());
            case AGENCY_LETTERS -> "Surat kepada perangkat daerah";
            case VILLAGE_LETTERS -> "Surat kepada desa dan kelurahan";
        };
    }

    private static String unit(ReportKind kind) {
        return switch (kind) {
            case FAMILY_LIST, VILLAGE_LETTERS, ONE_PAGE -> "keluarga";
            case AGENCY_LETTERS -> "permintaan bantuan";
            case QUARTERLY -> "keluarga; jiwa, bantuan, dan rupiah di tempat yang menyebutnya";
        };
    }
}
