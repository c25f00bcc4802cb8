package id.tuntas.cli;

import id.tuntas.ledger.Ledger.Misfit;
import id.tuntas.ledger.Ledger.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** The first thing of an audit that does not fit, as it is told to a person and to a program. */
record ToldMisfit(Misfit misfit, MessageSource texts) {

    /** What it is and why, then whose it is, where that is known. */
    List<String> lines(Locale locale) {
        return Stream.concat(
                        Stream.of("%s (%s): %s"
                                .formatted(
                                        text(misfit.what(), locale), misfit.regencyCode(), text(misfit.why(), locale))),
                        misfit.keepers().stream().map(keeper -> text(keeper, locale)))
                .map(line -> "  " + line)
                .toList();
    }

    /** A program reads English, a person what is told. */
    Map<String, Object> document() {
        return Map.of(
                "regencyCode", misfit.regencyCode(),
                "what", text(misfit.what(), Locale.ENGLISH),
                "why", text(misfit.why(), Locale.ENGLISH),
                "told", Map.of("id", told(Locale.of("id")), "en", told(Locale.ENGLISH)));
    }

    private String told(Locale locale) {
        return String.join("; ", lines(locale).stream().map(String::strip).toList());
    }

    private String text(Text text, Locale locale) {
        return texts.getMessage(text.key(), text.facts().toArray(), locale);
    }
}
