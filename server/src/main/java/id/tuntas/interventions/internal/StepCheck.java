package id.tuntas.interventions.internal;

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

/** What is wrong with what an agency says, on a given day. */
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

    private void step(Step step) {
        boolean planned = step.state() == InterventionState.PLANNED;
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
        if (step.state().asksWhy() && step.reason().isBlank()) {
            problems.add(new FieldProblem("/reason", "required", List.of()));
        }
        if (step.reason().length() > LONGEST_REASON) {
            problems.add(new FieldProblem("/reason", "too-long", List.of(LONGEST_REASON)));
        }
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
        for (Proof proof : delivery.proofs()) {
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
