package id.tuntas.monitoring.internal;

import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.monitoring.internal.CaseShow.Reached;
import id.tuntas.monitoring.internal.CaseShow.Station;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stations of a family's road, from the roster to zero: those behind it, the one it waits at, and those ahead. */
final class FamilyRoad {

    private static final List<String> AFTER_APPROVAL =
            List.of("deliberated", "decreed", "programme", "intervention", "reassessed", "graduated");

    /** What stands below the stations; each is null where there is nothing to say. */
    record Notes(
            @Nullable LocalDate releasedOn,
            @Nullable String row,
            @Nullable Instant assignedAt,
            @Nullable String officer,
            @Nullable String visits,
            @Nullable String reviewer) {}

    private final FamilyCase family;
    private final Notes notes;

    private FamilyRoad(FamilyCase family, Notes notes) {
        this.family = family;
        this.notes = notes;
    }

    static List<Station> of(FamilyCase family, Notes notes) {
        return new FamilyRoad(family, notes).stations();
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
        boolean waits = state == CaseState.APPROVED;
        for (String station : AFTER_APPROVAL) {
            road.add(new Station(station, null, null, reached(false, waits)));
            waits = false;
        }
        return road;
    }

    private static Reached reached(boolean done, boolean waits) {
        return done ? Reached.DONE : waits ? Reached.NOW : Reached.NEXT;
    }
}
