package id.tuntas.interventions.internal;

import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.Interventions.Step;
import id.tuntas.interventions.internal.SheetColumn.Word;
import id.tuntas.platform.Refusal.FieldProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one row of an agency's workbook means beside what stands; a decision on values, without a database. */
record SheetRow(
        int version,
        @Nullable Word answer,
        String reason,
        @Nullable LocalDate plannedOn,
        @Nullable Long amount,
        @Nullable LocalDate deliveredOn) {

    /** The request as it stands. @param quotaYear whose quota it draws on @param struck null while the family is on the list */
    record Current(
            UUID id,
            int version,
            InterventionState state,
            LocalDate askedOn,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate deliveredOn,
            @Nullable Long amount,
            String reason,
            String number,
            String name,
            String address,
            String villageCode,
            String village,
            UUID programmeId,
            String programme,
            int units,
            boolean countsPersons,
            int quotaYear,
            @Nullable Struck struck) {}

    /** A fault with the column it lies in. */
    record Fault(SheetColumn column, String code, List<Object> arguments) {
        Fault(SheetColumn column, String code) {
            this(column, code, List.of());
        }
    }

    /** What has to be done for the row to hold. */
    record Taken(boolean acceptFirst, TakenStep step) {}

    /** The row says what stands already, whatever its version. */
    boolean says(Current current) {
        if (answer == null) {
            return Word.of(current.state()).isEmpty() && isEmpty();
        }
        InterventionState target = target(answer);
        InterventionState stands =
                current.state() == InterventionState.RECEIVED ? InterventionState.DELIVERED : current.state();
        if (target != stands) {
            return false;
        }
        return switch (target) {
            case PLANNED -> Objects.equals(plannedOn, current.plannedOn()) && Objects.equals(amount, current.amount());
            case DELIVERED ->
                Objects.equals(deliveredOn, current.deliveredOn()) && Objects.equals(amount, current.amount());
            case REFUSED, FAILED, STOPPED -> reason.equals(current.reason());
            case PROPOSED, ACCEPTED -> true;
            case RECEIVED, MISSING, DIFFERENT, WITHDRAWN -> false;
        };
    }

    private boolean isEmpty() {
        return reason.isEmpty() && plannedOn == null && amount == null && deliveredOn == null;
    }

    /** The step that the row asks for; only with an answer. */
    Taken taken(Current current) {
        InterventionState target = target(Objects.requireNonNull(answer));
        boolean acceptFirst = current.state() == InterventionState.PROPOSED
                && target != InterventionState.ACCEPTED
                && target != InterventionState.REFUSED;
        boolean plan = target == InterventionState.PLANNED;
        boolean delivery = target == InterventionState.DELIVERED;
        return new Taken(
                acceptFirst,
                TakenStep.of(
                        target,
                        plan ? plannedOn : null,
                        delivery ? deliveredOn : null,
                        plan || delivery ? amount : null,
                        target.asksWhy() || plan && current.promisedOn() != null ? reason : ""));
    }

    private InterventionState target(Word word) {
        return switch (word) {
            case REFUSE -> InterventionState.REFUSED;
            case STOP -> InterventionState.STOPPED;
            case FAIL -> InterventionState.FAILED;
            case ACCEPT -> {
                if (deliveredOn != null) {
                    yield InterventionState.DELIVERED;
                }
                yield plannedOn != null ? InterventionState.PLANNED : InterventionState.ACCEPTED;
            }
        };
    }

    /** What keeps the row out. @param receipts what shows deliveries */
    List<Fault> faults(Current current, List<Proof> receipts, LocalDate today) {
        if (version != current.version()) {
            return List.of(new Fault(SheetColumn.VERSION, "row-changed"));
        }
        if (answer == null) {
            return List.of(new Fault(SheetColumn.ANSWER, "answer-missing"));
        }
        Taken taken = taken(current);
        TakenStep step = taken.step();
        InterventionState from = taken.acceptFirst() ? InterventionState.ACCEPTED : current.state();
        if (!from.mayBecome(step.state())) {
            return List.of(new Fault(SheetColumn.ANSWER, "answer-impossible"));
        }
        if (current.struck() != null && step.state().isTowardsTheFamily()) {
            return List.of(new Fault(
                    SheetColumn.ANSWER, "family-struck", current.struck().words()));
        }
        List<FieldProblem> problems = step.state() == InterventionState.DELIVERED
                ? StepCheck.of(new Delivery(step.deliveredOn(), step.amount(), receipts), current.askedOn(), today)
                : StepCheck.of(
                        new Step(step.state(), step.plannedOn(), step.amount(), step.reason()),
                        current.promisedOn(),
                        today);
        return problems.stream()
                .map(one -> new Fault(
                        SheetColumn.ofPointer(one.pointer()),
                        one.code().equals("proof-required") ? "receipt-required" : one.code(),
                        one.arguments()))
                .toList();
    }
}
