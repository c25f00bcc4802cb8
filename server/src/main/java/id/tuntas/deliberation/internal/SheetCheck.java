package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.MeetingSheet.Part;
import id.tuntas.forms.Words;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a meeting's record has what its minutes must say. */
final class SheetCheck {

    static final String URBAN_VILLAGE = "kelurahan";

    private SheetCheck() {}

    /**
     * Throws {@link Refusal} 422 naming everything that lacks. An urban village (kelurahan) has no council.
     *
     * @param opens the round's first day
     * @param reviewed the day on which the last of what it decided on was approved
     */
    static void requireComplete(
            MeetingSheet sheet, String villageKind, LocalDate opens, @Nullable LocalDate reviewed, LocalDate today) {
        List<FieldProblem> problems = new ArrayList<>();
        if (sheet.heldOn() == null) {
            lacks(problems, "/heldOn");
        } else if (sheet.heldOn().isAfter(today)) {
            problems.add(new FieldProblem("/heldOn", "meeting-day-late", List.of()));
        } else if (sheet.heldOn().isBefore(opens)) {
            problems.add(new FieldProblem("/heldOn", "meeting-day-early", List.of()));
        } else if (reviewed != null && sheet.heldOn().isBefore(reviewed)) {
            problems.add(new FieldProblem("/heldOn", "meeting-before-review", List.of(Words.ofDay(reviewed))));
        }
        require(problems, "/place", sheet.place());
        require(problems, "/chair", sheet.chair());
        require(problems, "/noteTaker", sheet.noteTaker());
        require(problems, "/companion", sheet.companion());
        for (Part part : List.of(Part.GOVERNMENT, Part.COUNCIL, Part.HAMLET_HEADS)) {
            boolean asked = part != Part.COUNCIL || !villageKind.equals(URBAN_VILLAGE);
            if (asked && sheet.attendance().getOrDefault(part, List.of()).isEmpty()) {
                lacks(problems, "/attendance/" + part.key());
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private static void require(List<FieldProblem> problems, String pointer, String value) {
        if (value.isEmpty()) {
            lacks(problems, pointer);
        }
    }

    private static void lacks(List<FieldProblem> problems, String pointer) {
        problems.add(new FieldProblem(pointer, "required", List.of()));
    }
}
