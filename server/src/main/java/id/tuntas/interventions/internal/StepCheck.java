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

    /** @param ruledOut whether the programme's rule says that it does not fit */
    static List<FieldProblem> ofRequest(boolean ruledOut, String reason) {
        if (ruledOut && reason.isBlank()) {
            return List.of(new FieldProblem("/reason", "against-rule", List.of()));
        }
        return reason.length() > LONGEST_REASON
                ? List.of(new FieldProblem("/reason", "too-long", List.of(LONGEST_REASON)))
                : List.of();
    }

    /** @param promisedOn the first day that was promised; null before there is a plan */
    static List<FieldProblem> of(Step step, @Nullable LocalDate promisedOn, LocalDate today) {
        StepCheck check = new StepCheck(today);
        check.step(step, promisedOn);
        return check.problems;
    }

    /** @param askedOn the day of the request */
    static List<FieldProblem> of(Delivery delivery, LocalDate askedOn, LocalDate today) {
        StepCheck check = new StepCheck(today);
        check.delivery(delivery, askedOn);
        return check.problems;
    }

    /** @param deliveredOn the day the agency says */
    static List<FieldProblem> of(Word word, LocalDate deliveredOn, LocalDate today) {
        StepCheck check = new StepCheck(today);
        check.word(word, deliveredOn);
        return check.problems;
    }

    private void step(Step step, @Nullable LocalDate promisedOn) {
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
        } else if (planned && step.plannedOn().getYear() > lastYear()) {
            problems.add(new FieldProblem("/plannedOn", "day-too-far", List.of(Integer.toString(lastYear()))));
        } else if (!planned && (step.plannedOn() != null || step.amount() != null)) {
            problems.add(new FieldProblem("/plannedOn", "only-with-a-plan", List.of()));
        }
        amount(step.amount());
        reason("/reason", step.state().asksWhy() || planned && promisedOn != null, step.reason());
    }

    /** What no budget pays for yet is no plan. */
    private int lastYear() {
        return today.getYear() + 1;
    }

    private void reason(String pointer, boolean asked, String reason) {
        if (asked && reason.isBlank()) {
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
        reason("/note", word.state().asksWhy(), word.note());
        proofs(word.proofs());
        where(word);
    }

    private void where(Word word) {
        String unplaced = word.unplaced();
        boolean shown = word.place() != null || !word.proofs().isEmpty();
        if (word.state() == InterventionState.RECEIVED && !shown && (unplaced == null || unplaced.isBlank())) {
            problems.add(new FieldProblem("/unplaced", "place-or-reason", List.of()));
        }
        if (unplaced != null && unplaced.length() > LONGEST_REASON) {
            problems.add(new FieldProblem("/unplaced", "too-long", List.of(LONGEST_REASON)));
        }
        if (word.place() != null && !word.place().isOnEarth()) {
            problems.add(new FieldProblem("/place", "malformed", List.of()));
        }
    }

    private void delivery(Delivery delivery, LocalDate askedOn) {
        LocalDate day = delivery.deliveredOn();
        if (day == null) {
            problems.add(new FieldProblem("/deliveredOn", "required", List.of()));
        } else if (day.isAfter(today)) {
            problems.add(new FieldProblem("/deliveredOn", "day-to-come", List.of()));
        } else if (day.isBefore(today.minusYears(1))) {
            problems.add(new FieldProblem("/deliveredOn", "day-long-ago", List.of()));
        } else if (day.isBefore(askedOn)) {
            problems.add(new FieldProblem("/deliveredOn", "before-request", List.of()));
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
