package id.tuntas.platform;

import java.util.Locale;

/** Something with a text in each language of the house; as an argument of a {@link Refusal}, it is told in the caller's. */
public interface Localized {

    String in(Locale locale);
}
