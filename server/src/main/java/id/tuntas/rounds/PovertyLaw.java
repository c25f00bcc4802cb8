package id.tuntas.rounds;

/** What papers on the extremely poor rest on, as they cite it. */
public final class PovertyLaw {

    public static final String ACT = "Undang-Undang Nomor 13 Tahun 2011 tentang Penanganan Fakir Miskin";
    public static final String ORDER =
            "Instruksi Presiden Nomor 4 Tahun 2022 tentang Percepatan Penghapusan Kemiskinan Ekstrem";

    private PovertyLaw() {}
}
