package id.tuntas.graduation.internal;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.graduation.GraduationRule;
import id.tuntas.graduation.Lacking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether a family can be proposed for graduation.
 *
 * @param decreed programmes are for it
 * @param receivedOn day of the last delivery that an officer has seen; null for none
 * @param line of the round's rule, as it held on the day of the re-visit; rupiah a person a month
 */
record Grounds(
        GraduationRule rule,
        boolean decreed,
        @Nullable LocalDate receivedOn,
        @Nullable Reassessment reassessment,
        long line) {

    /**
     * The newest approved re-visit.
     *
     * @param confirmed what its reviewer holds
     * @param photos that are kept
     */
    record Reassessment(
            UUID visitId,
            LocalDate day,
            @Nullable ContactResult contact,
            @Nullable Long expenditure,
            int people,
            @Nullable Finding confirmed,
            int photos) {

        /** Rounded down; null without expenditure or people. */
        @Nullable Long perPerson() {
            return expenditure == null || people == 0 ? null : expenditure / people;
        }

        boolean isExtremelyPoor() {
            return contact == ContactResult.FOUND && confirmed == Finding.EXTREMELY_POOR;
        }
    }

    /** Nothing when it can be proposed. As in the first finding, a family exactly at the line is not below it. */
    List<Lacking> lacks() {
        List<Lacking> lacks = new ArrayList<>();
        add(lacks, Lacking.RULE, !rule.isSet());
        add(lacks, Lacking.DECREE, !decreed);
        add(lacks, Lacking.RECEIVED, receivedOn == null);
        if (reassessment == null) {
            lacks.add(Lacking.REVISIT);
        } else {
            add(
                    lacks,
                    Lacking.REVISIT_AFTER_DELIVERY,
                    receivedOn != null && reassessment.day().isBefore(receivedOn));
            found(lacks, reassessment);
        }
        return lacks;
    }

    private void found(List<Lacking> lacks, Reassessment seen) {
        Long expenditure = seen.expenditure();
        boolean met = seen.contact() == ContactResult.FOUND;
        boolean measured = expenditure != null && seen.people() > 0;
        add(lacks, Lacking.MET, !met);
        add(lacks, Lacking.EVIDENCE, seen.photos() == 0);
        add(lacks, Lacking.EXPENDITURE, met && !measured);
        add(lacks, Lacking.ABOVE_LINE, met && measured && expenditure < line * seen.people());
        add(lacks, Lacking.FINDING, seen.isExtremelyPoor());
    }

    private static void add(List<Lacking> lacks, Lacking one, boolean missing) {
        if (missing) {
            lacks.add(one);
        }
    }
}
