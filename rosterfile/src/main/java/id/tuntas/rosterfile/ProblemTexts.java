package id.tuntas.rosterfile;

import java.util.Locale;
import java.util.ResourceBundle;

/** What each problem says to a person and how it is mended, in Indonesian or English. */
public final class ProblemTexts {

    private static final String BUNDLE = "id.tuntas.rosterfile.problems";

    private final ResourceBundle texts;

    private ProblemTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /** Indonesian for every language but English. */
    public static ProblemTexts in(Locale locale) {
        Locale known = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        return new ProblemTexts(ResourceBundle.getBundle(
                BUNDLE,
                known,
                ProblemTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** What is wrong, in one sentence. */
    public String message(RosterProblem problem) {
        return fill(text(problem, "message"), problem);
    }

    /** What to do about it, in one sentence. */
    public String mend(RosterProblem problem) {
        return fill(text(problem, "mend"), problem);
    }

    /** A code's own words without a value, for a group of problems. */
    public String title(ProblemCode code) {
        return texts.getString(code.key() + ".title");
    }

    public String mend(ProblemCode code) {
        return texts.getString(code.key() + ".mend");
    }

    /** Message and mend behind the column's letter, for the reason column. */
    public String reason(RosterProblem problem) {
        String column = problem.column() == null ? "" : "[" + problem.column() + "] ";
        return column + message(problem) + " " + mend(problem);
    }

    public String columnMissing(String header) {
        RosterProblem missing = new RosterProblem(ProblemCode.COLUMN_MISSING, "", null, null, null, header, null);
        return reason(missing);
    }

    /** Said of a row that is right but belongs to a family that is kept out. */
    public String withheld(String family) {
        return texts.getString(family.isEmpty() ? "withheld-unknown" : "withheld")
                .replace("{family}", family);
    }

    public String noneRejected() {
        return texts.getString("none-rejected");
    }

    /** Any other text of the bundle, for the command line; each name in braces is followed by its value. */
    public String get(String key, Object... namesAndValues) {
        String text = texts.getString(key);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
        }
        return text;
    }

    /** A refused file has texts for each reason. */
    private String text(RosterProblem problem, String kind) {
        String key = problem.code().key();
        String byReason = key + "." + problem.value() + "." + kind;
        boolean refusal = problem.code() == ProblemCode.FILE_UNREADABLE || problem.code() == ProblemCode.FILE_TOO_LARGE;
        return texts.getString(refusal && texts.containsKey(byReason) ? byReason : key + "." + kind);
    }

    private static String fill(String text, RosterProblem problem) {
        String value = problem.value();
        String related = problem.related();
        return text.replace("{value}", value == null ? "" : value)
                .replace("{related}", related == null ? "" : related)
                .replace("{file}", problem.file());
    }
}
