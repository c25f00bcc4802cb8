package id.tuntas.interventions.internal;

import id.tuntas.interventions.Confirmations.Word;
import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions.Step;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with what an agency or an officer says, on a given day. */
final class StepCheck {

    private static final int LONGEST_REASON = 1_000;
    private static final long MOST_RUPIAH = 1_000_000_000_000L;

    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();

    private StepCheck(LocalDate today) {
        this.today = today;
    }

    static List<FieldProblem> of(Step step, LocalDate today) {
        StepCheck check = new StepCheck(today);
        check.step(step);
        return check.problems;
    }

    static List<FieldProblem> of(Delivery delivery, LocalDate today) {
        StepCheck check = new StepCheck(today);
        check.delivery(delivery);
        return check.problems;
    }

    /** @param deliveredOn the day the agency says */
    static List<FieldProblem> of(Word word, LocalDate deliveredOn, LocalDate today) {
        StepCheck check = new StepCheck(today);
        check.word(word, deliveredOn);
        return check.problems;
    }

    private void step(Step step) {
        boolean planned = step.state() == InterventionState.PLANNED;
        if (step.state().isSeenByOfficer()) {
            problems.add(new FieldProblem("/state", "said-by-officer", List.of()));
        }
        if (step.state() == InterventionState.DELIVERED) {
            problems.add(new FieldProblem("/state", "delivered-with-proof", List.of()));
        }
        if (planned && step.plannedOn() == null) {
            problems.add(new FieldProblem("/plannedOn", "required", List.of()));
        } else if (planned && step.plannedOn().isBefore(today)) {
            problems.add(new FieldProblem("/plannedOn", "day-passed", List.of()));
        } else if (!planned && (step.plannedOn() != null || step.amount() != null)) {
            problems.add(new FieldProblem("/plannedOn", "only-with-a-plan", List.of()));
        }
        amount(step.amount());
        reason("/reason", step.state(), step.reason());
    }

    private void reason(String pointer, InterventionState state, String reason) {
        if (state.asksWhy() && reason.isBlank()) {
            problems.add(new FieldProblem(pointer, "required", List.of()));
        }
        if (reason.length() > LONGEST_REASON) {
            problems.add(new FieldProblem(pointer, "too-long", List.of(LONGEST_REASON)));
        }
    }

    private void word(Word word, LocalDate deliveredOn) {
        if (word.seenOn().isAfter(today)) {
            problems.add(new FieldProblem("/seenOn", "day-to-come", List.of()));
        } else if (word.seenOn().isBefore(deliveredOn)) {
            problems.add(new FieldProblem("/seenOn", "before-delivery", List.of()));
        }
        reason("/note", word.state(), word.note());
        proofs(word.proofs());
    }

    private void delivery(Delivery delivery) {
        LocalDate day = delivery.deliveredOn();
        if (day == null) {
            problems.add(new FieldProblem("/deliveredOn", "required", List.of()));
        } else if (day.isAfter(today)) {
            problems.add(new FieldProblem("/deliveredOn", "day-to-come", List.of()));
        } else if (day.isBefore(today.minusYears(1))) {
            problems.add(new FieldProblem("/deliveredOn", "day-long-ago", List.of()));
        }
        amount(delivery.amount());
        if (delivery.proofs().isEmpty()) {
            problems.add(new FieldProblem("/photo", "proof-required", List.of()));
        }
        proofs(delivery.proofs());
    }

    private void proofs(List<Proof> proofs) {
        for (Proof proof : proofs) {
            if (!proof.kind().takes(proof.file())) {
                problems.add(new FieldProblem("/" + proof.kind().key(), "no-such-proof", List.of()));
            }
        }
    }

    private void amount(@Nullable Long amount) {
        if (amount != null && (amount < 1 || amount > MOST_RUPIAH)) {
            problems.add(new FieldProblem("/amount", "out-of-range", List.of()));
        }
    }

    static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
