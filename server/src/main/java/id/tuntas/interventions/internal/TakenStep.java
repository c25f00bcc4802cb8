package id.tuntas.interventions.internal;

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
        String reason) {

    static TakenStep of(Step step) {
        return new TakenStep(step.state(), step.plannedOn(), null, null, step.amount(), step.reason());
    }

    static TakenStep of(Delivery delivery) {
        return new TakenStep(InterventionState.DELIVERED, null, delivery.deliveredOn(), null, delivery.amount(), "");
    }

    static TakenStep of(Word word) {
        return new TakenStep(word.state(), null, null, word.seenOn(), null, word.note());
    }

    /** The day it is about; null for a mere word. */
    @Nullable LocalDate day() {
        return seenOn != null ? seenOn : deliveredOn != null ? deliveredOn : plannedOn;
    }
}
