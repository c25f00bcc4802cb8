package id.tuntas.forms;

import id.tuntas.platform.Localized;
import java.util.Locale;

/** One text for people, in Indonesian and in English. */
public record Words(String id, String en) implements Localized {

    public static Words same(String text) {
        return new Words(text, text);
    }

    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : id;
    }
}
