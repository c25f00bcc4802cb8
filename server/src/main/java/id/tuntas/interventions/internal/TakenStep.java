package id.tuntas.interventions.internal;

import id.tuntas.interventions.Confirmations.Place;
import id.tuntas.interventions.Confirmations.Word;
import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions.Step;
import id.tuntas.regions.Distance;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A step as it is kept: where it leads, and what it says. @param away metres from the family to the place; null when either is not known */
record TakenStep(
        InterventionState state,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate seenOn,
        @Nullable Long amount,
        String reason,
        @Nullable Place place,
        @Nullable Double away,
        String unplaced) {

    /** The year whose quota a plan draws on instead of that of the given year; empty when it moves to no other. */
    OptionalInt movesTo(int quotaYear) {
        return plannedOn == null || plannedOn.getYear() == quotaYear
                ? OptionalInt.empty()
                : OptionalInt.of(plannedOn.getYear());
    }

    static TakenStep of(
            InterventionState state,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate deliveredOn,
            @Nullable Long amount,
            String reason) {
        return new TakenStep(state, plannedOn, deliveredOn, null, amount, reason, null, null, "");
    }

    static TakenStep of(Step step) {
        return of(step.state(), step.plannedOn(), null, step.amount(), step.reason());
    }

    static TakenStep of(Delivery delivery) {
        return of(InterventionState.DELIVERED, null, delivery.deliveredOn(), delivery.amount(), "");
    }

    static TakenStep of(Word word, @Nullable Double away) {
        String unplaced = word.unplaced() == null ? "" : word.unplaced().strip();
        return new TakenStep(word.state(), null, null, word.seenOn(), null, word.note(), word.place(), away, unplaced);
    }

    /** Further than a visit may be from where the family lives, so that the place shows nothing. */
    boolean elsewhere() {
        return away != null && away > Distance.FAR;
    }

    /** The day it is about; null for a mere word. */
    @Nullable LocalDate day() {
        return seenOn != null ? seenOn : deliveredOn != null ? deliveredOn : plannedOn;
    }
}
