package id.tuntas.forms;

import java.util.List;

/** What came of an uploaded form. */
public sealed interface FormReading {

    record Readable(FormDefinition form) implements FormReading {}

    /** Every problem that was seen, not only the first. */
    record Unreadable(List<FormProblem> problems) implements FormReading {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }
}
