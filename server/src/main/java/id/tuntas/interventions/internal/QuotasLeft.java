package id.tuntas.interventions.internal;

import id.tuntas.interventions.Interventions.QuotaUse;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Programme;
import java.util.ArrayList;
import java.util.List;

/** What is left of this year's quotas of the programmes that somebody could ask for. */
final class QuotasLeft {

    /** @param left 0 where nothing more may be asked */
    record QuotaLeft(String programme, int left) {}

    private final List<Programme> programmes;
    private final List<QuotaUse> uses;

    QuotasLeft(List<Programme> programmes, List<QuotaUse> uses) {
        this.programmes = programmes;
        this.uses = uses;
    }

    /** Of each programme for the need that has a quota whose area holds the village; of several the one of which the least is left. */
    List<QuotaLeft> of(Need need, String village) {
        List<QuotaLeft> left = new ArrayList<>();
        for (Programme programme : programmes) {
            if (programme.active() && programme.needs().contains(need)) {
                uses.stream()
                        .filter(use -> use.programmeId().equals(programme.id())
                                && (village + ".").startsWith(use.area() + "."))
                        .mapToInt(use -> Math.max(0, use.units() - use.asked()))
                        .min()
                        .ifPresent(units -> left.add(new QuotaLeft(programme.name(), units)));
            }
        }
        return left;
    }
}
