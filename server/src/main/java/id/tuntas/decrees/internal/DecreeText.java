package id.tuntas.decrees.internal;

import id.tuntas.platform.Paper;
import id.tuntas.rounds.PovertyLaw;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The decree itself, before its annex, for the regent's signature: what it considers, what it rests on and what it decides, with room for
 * number, day and name (Permendagri 80/2015 on regional legal products). The regency's law bureau completes what it rests on.
 */
final class DecreeText {

    static final String STYLE = """
            .decree { page-break-after: always; font-size: 11pt; line-height: 1.5; }
            .decree h1 { font-size: 13pt; text-align: center; margin-bottom: 4mm; }
            .decree h2 { font-size: 11pt; text-align: left; margin: 4mm 0 1mm 0; }
            .decree ol { margin: 0; padding-left: 8mm; }
            .signed { margin: 10mm 0 0 95mm; page-break-inside: avoid; }
            .name { margin-top: 24mm; }
            """;

    private static final String OPEN = "……………………………";
    private static final List<String> BASIS =
            List.of(PovertyLaw.ACT, PovertyLaw.ORDER, OPEN + " (dilengkapi bagian hukum)");

    private DecreeText() {}

    /** @param counts families and persons in words, as the annex has them */
    static String first(String regency, String round, String counts) {
        return text(
                regency,
                "Penetapan Keluarga Miskin Ekstrem, " + round,
                List.of(
                        "bahwa " + round
                                + " telah memverifikasi dan memvalidasi keluarga pada data sasaran dengan mendatangi alamatnya;",
                        "bahwa hasilnya telah disepakati musyawarah desa atau kelurahan, sebagaimana berita acaranya;"),
                List.of(
                        "Menetapkan " + counts
                                + " menurut nama dan alamat pada Lampiran sebagai keluarga miskin ekstrem.",
                        "Lampiran adalah bagian yang tidak terpisahkan dari Keputusan ini.",
                        "Perangkat daerah mendahulukan keluarga pada Lampiran dalam program dan kegiatannya.",
                        "Perubahan daftar ditetapkan dengan Keputusan tersendiri yang menyebut keluarga dan alasannya.",
                        "Keputusan ini berlaku sejak tanggal ditetapkan."));
    }

    /** @param amended number of the decree or amendment that it changes @param counts of the list after it, in words */
    static String amending(String regency, String round, String amended, String counts) {
        return text(
                regency,
                "Perubahan atas Keputusan Nomor " + amended + ", " + round,
                List.of("bahwa daftar pada Keputusan Nomor " + amended
                        + " perlu diubah dengan alasan yang disebut pada Lampiran;"),
                List.of(
                        "Menambahkan dan mencoret keluarga sebagaimana disebut pada Lampiran, sehingga daftarnya menjadi "
                                + counts + ".",
                        "Lampiran adalah bagian yang tidak terpisahkan dari Keputusan ini.",
                        "Keputusan ini berlaku sejak tanggal ditetapkan."));
    }

    private static String text(String regency, String about, List<String> because, List<String> decides) {
        String regent = "Bupati " + regency.replaceFirst("^Kabupaten ", "");
        return """
                <div class="decree"><h1>%s<br/>Nomor %s Tahun ………<br/>tentang<br/>%s</h1>
                <h2>Menimbang</h2>%s<h2>Mengingat</h2>%s<h2>Memutuskan, menetapkan</h2>%s
                <div class="signed"><p>Ditetapkan di %s<br/>pada tanggal %s</p><p>%s,</p><p class="name">%s</p></div></div>
                """.formatted(
                        Paper.safe("Keputusan " + regent),
                        OPEN,
                        Paper.safe(about),
                        list(because),
                        list(BASIS),
                        list(decides),
                        OPEN,
                        OPEN,
                        Paper.safe(regent),
                        OPEN);
    }

    private static String list(List<String> lines) {
        return lines.stream()
                .map(line -> "<li>" + Paper.safe(line) + "</li>")
                .collect(Collectors.joining("", "<ol>", "</ol>"));
    }
}
