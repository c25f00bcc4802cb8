package id.tuntas.forms;

import id.tuntas.platform.Localized;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One text for people, in Indonesian and in English. */
public record Words(String id, String en) implements Localized {

    public static Words same(String text) {
        return new Words(text, text);
    }

    public static Words ofDay(LocalDate day) {
        return new Words(
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("id")).format(day),
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(day));
    }

    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : id;
    }
}
