package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.MeetingSheet.Newcomer;
import id.tuntas.deliberation.MeetingSheet.Part;
import id.tuntas.platform.Paper;
import id.tuntas.platform.PlainText;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A meeting's sheet as a page sends it; all of it may be left out until the meeting is closed. */
record SheetForm(
        @Nullable LocalDate heldOn,
        @Nullable LocalTime begins,
        @Nullable String place,
        @Nullable String chair,
        @Nullable String noteTaker,
        @Nullable String companion,
        @Nullable Map<String, List<String>> attendance,
        @Nullable List<NewcomerForm> newcomers) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_NEWCOMERS = 100;

    record NewcomerForm(
            @Nullable String name,
            @Nullable String address,
            @Nullable String hamlet,
            @Nullable String reason) {}

    /** Throws {@link Refusal} 422 naming every field that cannot be taken. */
    MeetingSheet toSheet() {
        List<FieldProblem> problems = new ArrayList<>();
        MeetingSheet sheet = new MeetingSheet(
                heldOn,
                begins,
                text("/place", place, problems),
                text("/chair", chair, problems),
                text("/noteTaker", noteTaker, problems),
                text("/companion", companion, problems),
                people(problems),
                named(problems));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return sheet;
    }

    private Map<Part, List<String>> people(List<FieldProblem> problems) {
        Map<Part, List<String>> people = new EnumMap<>(Part.class);
        (attendance == null ? Map.<String, List<String>>of() : attendance).forEach((key, names) -> {
            Optional<Part> part = Part.findByKey(key);
            String pointer = "/attendance/" + key;
            if (part.isEmpty()) {
                problems.add(new FieldProblem(pointer, "unknown", List.of()));
            } else if (names.size() > MOST_PEOPLE) {
                problems.add(new FieldProblem(pointer, "too-long", List.of(MOST_PEOPLE)));
            } else {
                people.put(
                        part.get(),
                        names.stream()
                                .map(name -> text(pointer, name, problems))
                                .filter(name -> !name.isEmpty())
                                .toList());
            }
        });
        return people;
    }

    private List<Newcomer> named(List<FieldProblem> problems) {
        List<NewcomerForm> forms = newcomers == null ? List.of() : newcomers;
        if (forms.size() > MOST_NEWCOMERS) {
            problems.add(new FieldProblem("/newcomers", "too-long", List.of(MOST_NEWCOMERS)));
            return List.of();
        }
        List<Newcomer> named = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            String at = "/newcomers/" + i;
            NewcomerForm form = forms.get(i);
            Newcomer newcomer = new Newcomer(
                    text(at + "/name", form.name(), problems),
                    text(at + "/address", form.address(), problems),
                    text(at + "/hamlet", form.hamlet(), problems),
                    text(at + "/reason", form.reason(), problems));
            if (newcomer.name().isEmpty()) {
                problems.add(new FieldProblem(at + "/name", "required", List.of()));
            }
            named.add(newcomer);
        }
        return named;
    }

    private static String text(String pointer, @Nullable String value, List<FieldProblem> problems) {
        String text = value == null ? "" : PlainText.of(value);
        if (text.length() > LONGEST_NAME) {
            problems.add(new FieldProblem(pointer, "too-long", List.of(LONGEST_NAME)));
        }
        problems.addAll(Paper.problems(pointer, text));
        return text;
    }
}
