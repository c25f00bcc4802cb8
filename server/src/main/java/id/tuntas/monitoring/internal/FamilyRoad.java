package id.tuntas.monitoring.internal;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.monitoring.internal.AfterReview.Steps;
import id.tuntas.monitoring.internal.CaseShow.Reached;
import id.tuntas.monitoring.internal.CaseShow.Station;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stations of a family's road, from the roster to zero: those behind it, the one it waits at, and those ahead. */
final class FamilyRoad {

    /** What stands below the stations; each is null where there is nothing to say. */
    record Notes(
            @Nullable LocalDate releasedOn,
            @Nullable String row,
            @Nullable Instant assignedAt,
            @Nullable String officer,
            @Nullable String visits,
            @Nullable String reviewer,
            @Nullable String meeting,
            @Nullable String programmes,
            @Nullable String received) {}

    private final FamilyCase family;
    private final Steps steps;
    private final Notes notes;

    private FamilyRoad(FamilyCase family, Steps steps, Notes notes) {
        this.family = family;
        this.steps = steps;
        this.notes = notes;
    }

    static List<Station> of(FamilyCase family, Steps steps, Notes notes) {
        return new FamilyRoad(family, steps, notes).stations();
    }

    private List<Station> stations() {
        CaseState state = family.state();
        List<Station> road = new ArrayList<>();
        road.add(new Station("roster", notes.releasedOn(), notes.row(), Reached.DONE));
        road.add(new Station(
                "assigned", notes.assignedAt(), notes.officer(), reached(family.officerId() != null, true)));
        road.add(new Station(
                "visited",
                family.visitedAt(),
                notes.visits(),
                reached(state == CaseState.VISITED || state == CaseState.APPROVED, state != CaseState.LISTED)));
        road.add(new Station(
                "approved",
                family.approvedAt(),
                notes.reviewer(),
                reached(state == CaseState.APPROVED, state == CaseState.VISITED)));
        road.addAll(afterApproval());
        return road;
    }

    /** A family waits at the first of these that it has not reached; one that the meeting does not hold extremely poor waits for no decree. */
    private List<Station> afterApproval() {
        boolean approved = family.state() == CaseState.APPROVED;
        boolean deliberated = approved && steps.deliberatedAt() != null;
        boolean decreed = steps.decreedOn() != null;
        boolean asked = steps.asked() > 0;
        boolean arrived = asked && steps.received() == steps.asked();
        boolean reassessed = steps.reassessedAt() != null;
        boolean listed = decreed || steps.poor();
        return List.of(
                new Station(
                        "deliberated",
                        deliberated ? steps.deliberatedAt() : null,
                        deliberated ? notes.meeting() : null,
                        reached(deliberated, approved)),
                new Station("decreed", steps.decreedOn(), steps.decree(), reached(decreed, deliberated && listed)),
                new Station("programme", asked ? steps.askedAt() : null, notes.programmes(), reached(asked, decreed)),
                new Station("intervention", steps.receivedOn(), notes.received(), reached(arrived, asked)),
                new Station("reassessed", steps.reassessedAt(), null, reached(reassessed, arrived)),
                new Station("graduated", steps.graduatedOn(), null, reached(steps.graduatedOn() != null, reassessed)));
    }

    private static Reached reached(boolean done, boolean waits) {
        return done ? Reached.DONE : waits ? Reached.NOW : Reached.NEXT;
    }
}
