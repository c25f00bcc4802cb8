package id.tuntas.interventions.internal;

import id.tuntas.interventions.Confirmations.Place;
import id.tuntas.interventions.Confirmations.Word;
import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions.Step;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step as it is kept: where it leads, and what it says. */
record TakenStep(
        InterventionState state,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate seenOn,
        @Nullable Long amount,
        String reason,
        @Nullable Place place,
        String unplaced) {

    static TakenStep of(
            InterventionState state,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate deliveredOn,
            @Nullable Long amount,
            String reason) {
        return new TakenStep(state, plannedOn, deliveredOn, null, amount, reason, null, "");
    }

    static TakenStep of(Step step) {
        return of(step.state(), step.plannedOn(), null, step.amount(), step.reason());
    }

    static TakenStep of(Delivery delivery) {
        return of(InterventionState.DELIVERED, null, delivery.deliveredOn(), delivery.amount(), "");
    }

    static TakenStep of(Word word) {
        String unplaced = word.unplaced() == null ? "" : word.unplaced().strip();
        return new TakenStep(word.state(), null, null, word.seenOn(), null, word.note(), word.place(), unplaced);
    }

    /** The day it is about; null for a mere word. */
    @Nullable LocalDate day() {
        return seenOn != null ? seenOn : deliveredOn != null ? deliveredOn : plannedOn;
    }
}
