package id.tuntas.rosterfile.cli;

import id.tuntas.rosterfile.RosterProblem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON on one line (RFC 8259). */
final class JsonLine {

    private JsonLine() {}

    static String of(RosterProblem problem) {
        return "{\"code\":" + text(problem.code().key())
                + ",\"severity\":" + text(problem.severity().key())
                + ",\"file\":" + text(problem.file())
                + ",\"sheet\":" + text(problem.sheet())
                + ",\"row\":" + problem.row()
                + ",\"column\":" + text(problem.column())
                + ",\"value\":" + text(problem.value())
                + "}";
    }

    /** The document of a call that could not be understood. */
    static String refusal(String sentence) {
        return "{\"families\":0,\"members\":0,\"accepted\":0,\"problems\":[],\"error\":{\"code\":\"usage\",\"detail\":"
                + text(sentence) + "}}";
    }

    private static String text(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        StringBuilder json = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
