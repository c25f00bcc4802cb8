package id.tuntas.reports.internal;

import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Lack;
import id.tuntas.monitoring.Standing;
import id.tuntas.programmes.Funding;
import id.tuntas.programmes.Need;

/** Words of the rooms above as an official paper has them. */
final class PaperWords {

    private PaperWords() {}

    static String of(Need need) {
        return switch (need) {
            case FOOD -> "Pangan";
            case INCOME -> "Penghasilan";
            case HOUSING -> "Rumah layak huni";
            case WATER -> "Air bersih";
            case TOILET -> "Jamban";
            case ELECTRICITY -> "Listrik";
            case HEALTH -> "Jaminan kesehatan";
            case SCHOOL -> "Sekolah anak";
            case STUNTING -> "Pencegahan tengkes";
            case DISABILITY -> "Disabilitas";
            case ELDERLY -> "Lanjut usia";
            case PAPERS -> "Dokumen kependudukan";
        };
    }

    static String of(Lack lack) {
        return switch (lack) {
            case NOTHING -> "Sudah diterima";
            case WORD -> "Diserahkan, menunggu kesaksian petugas";
            case DELIVERY -> "Menunggu penyerahan";
            case PLAN -> "Menunggu jadwal";
            case ANSWER -> "Menunggu jawaban";
            case AGAIN -> "Tidak sampai atau keliru, harus diserahkan lagi";
            case TURNED_DOWN -> "Ditolak, gagal, atau dihentikan";
            case REQUEST -> "Belum dimintakan";
        };
    }

    static String of(Standing standing) {
        return switch (standing) {
            case POOR -> "Fakir miskin";
            case NOT_POOR -> "Mampu";
            case NOT_FOUND -> "Tidak ditemukan";
            case MOVED -> "Pindah";
            case DECEASED -> "Meninggal";
            case DUPLICATE -> "Ganda";
            case GRADUATED -> "Graduasi";
            case NOT_VERIFIED -> "Belum diverifikasi";
            case IN_REVIEW -> "Dalam tinjauan";
            case REFUSED -> "Menolak";
            case AWAITING_MEETING -> "Menunggu musyawarah";
            case AWAITING_DECREE -> "Menunggu SK";
            case AWAITING_HELP -> "Dalam SK, menunggu bantuan";
            case STRUCK -> "Dicoret, belum diperiksa ulang";
        };
    }

    /** What an agency has to do next. */
    static String turn(InterventionState state) {
        return of(Lack.of(state));
    }

    static String of(Funding funding) {
        return switch (funding) {
            case APBN -> "APBN";
            case APBD_PROVINCE -> "APBD provinsi";
            case APBD_REGENCY -> "APBD kabupaten";
            case VILLAGE_FUND -> "Dana Desa";
            case CSR -> "CSR";
        };
    }

    /** The three strategies of Presidential Instruction 4 of 2022. */
    static String strategy(int pillar) {
        return switch (pillar) {
            case 1 -> "Pengurangan beban pengeluaran";
            case 2 -> "Peningkatan pendapatan";
            default -> "Penurunan kantong kemiskinan";
        };
    }

    static String waiting(String what) {
        return switch (what) {
            case "review" -> "Kunjungan menunggu tinjauan";
            case "correction" -> "Kunjungan dikembalikan, menunggu perbaikan";
            case "assignment" -> "Keluarga belum punya petugas";
            case "petition" -> "Usul dan sanggah belum dijawab";
            case "silentOfficer" -> "Petugas lama tidak mengirim, keluarga tersisa";
            case "conflict" -> "Kunjungan bertentangan, menunggu keputusan";
            case "revisit" -> "Kunjungan ulang belum dilakukan";
            case "revisitReview" -> "Kunjungan ulang menunggu tinjauan";
            case "sampleDue" -> "Keluarga graduasi menunggu undian sampel";
            case "watchDue" -> "Pemantauan sesudah nol menunggu undian di antara keluarga";
            case "poorAgain" -> "Keluarga yang sudah keluar ternyata miskin ekstrem";
            case "drawnWithoutOfficer" -> "Keluarga terundi belum punya petugas";
            default -> throw new IllegalArgumentException(what);
        };
    }
}
