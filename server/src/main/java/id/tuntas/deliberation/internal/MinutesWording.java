package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.Outcome;

/**
 * How minutes call what their meeting was for. An official record, so it is Indonesian alone.
 *
 * @param about what the meeting spoke of
 * @param edition before its number
 * @param standing what the decisions do, and what they do not
 * @param seen over what the visits found
 */
record MinutesWording(String about, String edition, String standing, String seen, String agreed, String disputed) {

    private static final MinutesWording OF_FINDINGS = new MinutesWording(
            "hasil verifikasi dan validasi keluarga",
            "Edisi ",
            "Hasil verifikasi tidak diubah oleh musyawarah ini; putusan musyawarah berdiri di sampingnya, dengan alasannya.",
            "Hasil verifikasi",
            "Sepakat",
            "Keberatan");
    private static final MinutesWording OF_GRADUATIONS = new MinutesWording(
            "graduasi keluarga dari kemiskinan ekstrem",
            "Musyawarah graduasi ke-",
            "Yang disepakati di sini baru lulus setelah diputuskan kabupaten. Usulan yang tidak disepakati berhenti; sesudah "
                    + "kunjungan ulang keluarganya dapat diusulkan lagi.",
            "Hasil kunjungan ulang",
            "Sepakat lulus",
            "Tidak sepakat");

    static MinutesWording of(MeetingPurpose purpose) {
        return switch (purpose) {
            case VERIFICATION -> OF_FINDINGS;
            case GRADUATION -> OF_GRADUATIONS;
        };
    }

    String outcome(Outcome outcome) {
        return switch (outcome) {
            case AGREED -> agreed;
            case DISPUTED -> disputed;
            case REVISIT -> "Kunjungan ulang";
        };
    }
}
