package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.RosterProblem;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Row;
import java.io.IOException;
import java.util.List;

/** Holds the rows of one sheet to the rules of its subject. */
interface RowCheck {

    Verdict check(Row row) throws IOException, FileRefused;

    /** After the last row of the sheet. */
    default void end() {}

    RowReading reading();

    /**
     * @param withheldBy the family's row, where the row itself is right but its family is kept out
     */
    record Verdict(Fate fate, List<RosterProblem> problems, String withheldBy) {

        static Verdict of(Fate fate, RowReading reading) {
            return new Verdict(fate, reading.problems(), "");
        }
    }

    enum Fate {
        ACCEPTED,
        REJECTED,
        /** Kept out with its family, for no fault of its own. */
        WITHHELD
    }
}
