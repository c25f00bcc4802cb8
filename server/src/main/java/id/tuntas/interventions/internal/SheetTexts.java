package id.tuntas.interventions.internal;

import id.tuntas.interventions.internal.CheckedSheet.Problem;
import id.tuntas.interventions.internal.SheetColumn.Word;
import id.tuntas.interventions.internal.SheetRow.Current;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the workbook: written in the language of whoever takes it down, understood in both. */
@Component
class SheetTexts {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("id"), Locale.ENGLISH);
    private static final int GUIDE_LINES = 5;

    private final MessageSource messages;

    SheetTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** In the language of the person's own titles; both are understood. */
    String title(SheetColumn column) {
        return say(column.titleCode(), LANGUAGES.getFirst());
    }

    Map<String, SheetColumn> titles() {
        Map<String, SheetColumn> titles = new HashMap<>();
        for (SheetColumn column : SheetColumn.values()) {
            LANGUAGES.forEach(
                    language -> titles.put(say(column.titleCode(), language).toLowerCase(Locale.ROOT), column));
        }
        return titles;
    }

    Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        for (Word word : Word.values()) {
            LANGUAGES.forEach(language -> words.put(say(word.code(), language).toLowerCase(Locale.ROOT), word));
        }
        return words;
    }

    /** How to fill the workbook, line by line. */
    List<String> guide(Locale locale) {
        return IntStream.rangeClosed(1, GUIDE_LINES)
                .mapToObj(line -> say("sheet.guide." + line, locale))
                .toList();
    }

    /** What is wrong in a cell and how to mend it. */
    String mend(Problem problem, Locale locale) {
        return say("field." + problem.code(), locale, problem.arguments().toArray());
    }

    /** The programme, and for how many people where it counts them. */
    String programme(Current current, Locale locale) {
        return current.countsPersons()
                ? say("sheet.persons", locale, current.programme(), current.units())
                : current.programme();
    }

    /** Where a request stands that waits for its agency; with the decree that struck the family, and the officer's note where something is wrong. */
    String stands(Current current, Locale locale) {
        String stands = say("sheet.stands." + current.state().key(), locale);
        if (current.struck() != null) {
            stands +=
                    ". " + say("sheet.struck", locale, current.struck().words().toArray());
        }
        return Word.of(current.state()).isEmpty() && !current.reason().isBlank()
                ? stands + ": " + current.reason()
                : stands;
    }

    String say(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
