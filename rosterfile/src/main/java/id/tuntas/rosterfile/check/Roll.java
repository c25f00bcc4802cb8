package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.RowOrigin;
import id.tuntas.rosterfile.RowSink;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all sheets of one roster share while they are checked: who was seen where, and where accepted rows go. */
final class Roll {

    final LocalDate today;
    final RowSink sink;
    final Outcome outcome;
    final VillageCheck villages;
    final List<SheetTask> sheets;
    final Households households = new Households();
    final Places familyNiks = new Places();
    final Places memberNiks = new Places();

    /** Family ids of lists whose members name their family by another field. */
    final Map<String, Long> familyIds = new HashMap<>();

    /** A family list was given, and its families can be told apart. */
    final boolean familiesKnown;

    final boolean familiesGiven;
    final boolean membersGiven;

    Roll(LocalDate today, RowSink sink, Outcome outcome, VillageCheck villages, List<SheetTask> sheets) {
        this.today = today;
        this.sink = sink;
        this.outcome = outcome;
        this.villages = villages;
        this.sheets = sheets;
        this.familiesGiven = sheets.stream().anyMatch(task -> switch (task.layout.subject()) {
            case FAMILIES, PERSONS -> true;
            case MEMBERS -> false;
        });
        this.membersGiven = sheets.stream().anyMatch(task -> switch (task.layout.subject()) {
            case MEMBERS, PERSONS -> true;
            case FAMILIES -> false;
        });
        this.familiesKnown = familiesGiven
                && sheets.stream().allMatch(task -> switch (task.layout.subject()) {
                    case FAMILIES -> task.position(task.layout.familyKey()) >= 0;
                    case MEMBERS, PERSONS -> true;
                });
    }

    RowOrigin origin(long place) {
        return sheets.get(Places.sheet(place)).origin(Places.row(place));
    }
}
