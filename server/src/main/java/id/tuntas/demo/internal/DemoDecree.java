package id.tuntas.demo.internal;

import id.tuntas.access.Actor;
import id.tuntas.decrees.Decrees;
import id.tuntas.decrees.Decrees.SignedPaper;
import id.tuntas.decrees.Decrees.Standing;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** On the last day of March the regent's office locks the list. */
@Component
@Profile("demo")
class DemoDecree implements DemoChapter {

    static final LocalDate DAY = LocalDate.of(2023, 3, 31);

    private static final String NUMBER = "460/1-PERAGAAN/HK/2023";
    private static final String DESPITE =
            "Ditetapkan sekarang agar bantuan tahun 2023 dapat dimulai; yang belum selesai menyusul lewat perubahan keputusan.";

    private final DemoSettings settings;
    private final DemoActors actors;
    private final DemoEvidence evidence;
    private final Decrees decrees;

    DemoDecree(DemoSettings settings, DemoActors actors, DemoEvidence evidence, Decrees decrees) {
        this.settings = settings;
        this.actors = actors;
        this.evidence = evidence;
        this.decrees = decrees;
    }

    @Override
    public long work(LocalDate day) {
        return day.equals(DAY) ? 1 : 0;
    }

    @Override
    public List<List<Runnable>> on(LocalDate day) {
        return day.equals(DAY) ? List.of(List.of(this::lock)) : List.of();
    }

    private void lock() {
        Actor office = actors.of(DemoPeople.REGENT_OFFICE);
        Standing standing = decrees.standing(office, DemoSeeder.ROUND);
        if (standing.locked() || standing.families() == 0) {
            return;
        }
        byte[] scan = DemoPapers.decree(NUMBER, DAY, settings.seed());
        decrees.lock(
                office,
                DemoSeeder.ROUND,
                new SignedPaper(NUMBER, DAY, evidence.keep(scan)),
                standing.tag(),
                standing.heldBack() ? DESPITE : "");
    }
}
