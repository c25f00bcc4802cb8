package id.tuntas.visits;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Conflicts in words, for whoever shows a visit. */
@Component
public class ConflictTexts {

    private final MessageSource messages;

    ConflictTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(VisitConflict conflict, Locale locale) {
        String key =
                conflict.code() == ConflictCode.CONSTRAINT && conflict.detail().isEmpty()
                        ? "constraint-nowhere"
                        : conflict.code().key();
        return messages.getMessage("conflict." + key, new Object[] {detail(conflict, locale)}, locale);
    }

    private static String detail(VisitConflict conflict, Locale locale) {
        return conflict.code() == ConflictCode.AFTER_DEADLINE
                ? LocalDate.parse(conflict.detail()).format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale))
                : conflict.detail();
    }
}
