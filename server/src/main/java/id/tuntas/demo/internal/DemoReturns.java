package id.tuntas.demo.internal;

import id.tuntas.review.DecideVisit;
import id.tuntas.review.Decision;
import java.util.List;

/** Why coordinators send visits back. */
final class DemoReturns {

    private static final List<DecideVisit> REASONS = List.of(
            back("Foto depan rumah kurang jelas; mohon difoto lagi saat terang.", "/data/photos/house_front"),
            back(
                    "Pengeluaran makanan tampak kecil untuk jumlah anggota; mohon ditanyakan lagi.",
                    "/data/livelihood/expenditure_food"),
            back("Foto bagian dalam tidak memperlihatkan ruangan.", "/data/photos/inside"),
            back(
                    "Luas lantai dan fotonya tidak cocok; mohon diukur lagi.",
                    "/data/housing/floor_area",
                    "/data/photos/inside"));

    private DemoReturns() {}

    private static DecideVisit back(String reason, String... fields) {
        return new DecideVisit(Decision.RETURN, reason, List.of(fields), null);
    }

    static DecideVisit of(int family) {
        return REASONS.get(family % REASONS.size());
    }
}
