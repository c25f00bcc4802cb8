package id.tuntas.review.internal;

import id.tuntas.cases.MaskedNumber;
import id.tuntas.forms.Answers;
import id.tuntas.forms.Answers.Group;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.FormDefinition.FormQuestion;
import id.tuntas.forms.FormDefinition.QuestionType;
import id.tuntas.forms.PhoneRecord;
import id.tuntas.forms.Words;
import id.tuntas.review.internal.VisitShow.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answered questions of a visit, in the order and in the words of its form. */
final class AnswerSheet {

    /** Shown as pictures, or not an answer at all. */
    private static final Set<QuestionType> APART = Set.of(QuestionType.IMAGE, QuestionType.FILE, QuestionType.NOTE);

    private static final Set<QuestionType> CHOSEN = Set.of(QuestionType.SELECT_ONE, QuestionType.SELECT_MANY);

    /** Stands in a label where the form shows another answer. */
    private static final String ANOTHER_ANSWER = "…";

    private final FormDefinition form;
    private final Predicate<QuestionType> wanted;
    private final Map<String, String> listed;
    private final PhoneRecord phone;

    private AnswerSheet(
            FormDefinition form, Predicate<QuestionType> wanted, Map<String, String> listed, PhoneRecord phone) {
        this.form = form;
        this.wanted = wanted;
        this.listed = listed;
        this.phone = phone;
    }

    /** @param listed who stands behind a code of the officer's lists; a form may choose from them */
    static List<Answer> of(FormDefinition form, Answers answers, Map<String, String> listed) {
        return new AnswerSheet(form, Predicate.not(APART::contains), listed, PhoneRecord.in(answers)).read(answers);
    }

    /** The pictures; the value is the file's name. */
    static List<Answer> images(FormDefinition form, Answers answers) {
        return new AnswerSheet(form, QuestionType.IMAGE::equals, Map.of(), PhoneRecord.in(answers)).read(answers);
    }

    private List<Answer> read(Answers answers) {
        Map<String, List<FormQuestion>> byRepeat = form.questions().stream()
                .filter(question -> wanted.test(question.type()))
                .collect(Collectors.groupingBy(
                        question -> repeatOf(question.path()), LinkedHashMap::new, Collectors.toList()));
        List<Answer> sheet = new ArrayList<>();
        for (FormQuestion question : form.questions()) {
            String repeat = repeatOf(question.path());
            if (repeat.isEmpty()) {
                addTo(sheet, question, question.path(), answers.root());
            } else if (byRepeat.containsKey(repeat)) {
                addRepeats(sheet, repeat, byRepeat.remove(repeat), answers.list(repeat));
            }
        }
        return sheet;
    }

    /** Person by person, not question by question. */
    private void addRepeats(List<Answer> sheet, String repeat, List<FormQuestion> questions, List<Group> groups) {
        for (int i = 0; i < groups.size(); i++) {
            String place = repeat + "[" + (i + 1) + "]";
            for (FormQuestion question : questions) {
                addTo(sheet, question, place + question.path().substring(repeat.length()), groups.get(i));
            }
        }
    }

    /** Empty for a question that is asked once. */
    private String repeatOf(String path) {
        return form.repeats().stream()
                .filter(repeat -> path.startsWith(repeat + "/"))
                .findFirst()
                .orElse("");
    }

    private void addTo(List<Answer> sheet, FormQuestion question, String path, Group group) {
        String value = group.find(question.path()).orElse("");
        if (!wanted.test(question.type())) {
            return;
        }
        if (!value.isBlank()) {
            String shown = MaskedNumber.within(value);
            sheet.add(answer(question, path, group, shown, words(question, shown)));
        } else if (question.type() == QuestionType.LOCATION) {
            phone.whyNoPlace(path).ifPresent(why -> sheet.add(answer(question, path, group, "", why)));
        }
    }

    private Answer answer(FormQuestion question, String path, Group group, String value, Words words) {
        return new Answer(
                path,
                path.substring(0, path.lastIndexOf('/')),
                label(question, group),
                question.type().name().toLowerCase(Locale.ROOT),
                value,
                words);
    }

    private Words words(FormQuestion question, String value) {
        if (!CHOSEN.contains(question.type())) {
            return WrittenAnswer.of(question.type(), value);
        }
        if (!question.choices().isEmpty()) {
            return question.say(value);
        }
        return Words.same(Stream.of(value.split("\\s+"))
                .map(code -> listed.getOrDefault(code, code))
                .collect(Collectors.joining(", ")));
    }

    /** "Where is … now?" of a repeat is asked of somebody with a name, "Last year of …" of a programme that was chosen before. */
    private Words label(FormQuestion question, Group group) {
        String path = question.path();
        String place = path.substring(0, path.lastIndexOf('/') + 1);
        Words about = group.find(place + "name")
                .or(() -> group.find(place + "number"))
                .map(Words::same)
                .or(() -> group.find(place + "programme").map(this::chosenBefore))
                .orElse(Words.same(ANOTHER_ANSWER));
        Words label = question.label();
        return new Words(
                label.id().replace(ANOTHER_ANSWER, about.id()), label.en().replace(ANOTHER_ANSWER, about.en()));
    }

    private Words chosenBefore(String code) {
        return form.questions().stream()
                .filter(question -> question.choices().stream()
                        .anyMatch(choice -> choice.code().equals(code)))
                .findFirst()
                .map(question -> question.say(code))
                .orElse(Words.same(code));
    }
}
