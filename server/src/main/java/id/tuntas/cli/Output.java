package id.tuntas.cli;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a tool answers: one JSON document, or lines to read. */
record Output(PrintStream out, JsonMapper json) {

    void answer(boolean asJson, Object document, List<String> lines) {
        if (asJson) {
            out.println(json.writeValueAsString(document));
        } else {
            lines.forEach(out::println);
        }
    }
}
