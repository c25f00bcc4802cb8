package id.tuntas.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of P3KE's code lists beside the form's choices, with an order from worse to better where there is one. */
final class P3keScale {

    /** A choice of the form; choices with the same string of P3KE can't be told apart in the roster. */
    record Choice(String code, String p3ke, @Nullable Integer rank) {}

    private static final Map<String, P3keScale> LISTS = load();

    private final String path;
    private final List<Choice> choices = new ArrayList<>();

    private P3keScale(String path) {
        this.path = path;
    }

    static Map<String, P3keScale> lists() {
        return LISTS;
    }

    String path() {
        return path;
    }

    Optional<Choice> findCode(String code) {
        return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
    }

    List<Choice> byP3ke(String value) {
        String wanted = normal(value);
        return choices.stream()
                .filter(choice -> normal(choice.p3ke()).equals(wanted))
                .toList();
    }

    /** Releases differ in case and in the blanks around slashes. */
    private static String normal(String value) {
        return value.toUpperCase(Locale.ROOT)
                .replaceAll("\\s*([/,])\\s*", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Map<String, P3keScale> load() {
        Map<String, P3keScale> lists = new LinkedHashMap<>();
        try (InputStream in = P3keScale.class.getResourceAsStream("/forms/verval-p3ke.csv")) {
            if (in == null) {
                throw new IllegalStateException("forms/verval-p3ke.csv is not on the class path");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines().skip(1).map(line -> line.split(";", -1)).forEach(cells -> {
                Integer rank = cells[4].isEmpty() ? null : Integer.valueOf(cells[4]);
                lists.computeIfAbsent(cells[0], any -> new P3keScale(cells[1]))
                        .choices
                        .add(new Choice(cells[2], cells[3], rank));
            });
            return lists;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
