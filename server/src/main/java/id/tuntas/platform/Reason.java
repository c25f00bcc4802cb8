package id.tuntas.platform;

import id.tuntas.platform.Refusal.FieldProblem;
import java.util.List;
import java.util.regex.Pattern;

/** Why somebody did what others have to understand later: what is no word is no reason. */
public final class Reason {

    public static final int LONGEST = 2000;

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    private Reason() {}

    /** Empty where it will do. */
    public static List<FieldProblem> problems(String pointer, String reason) {
        if (reason.isBlank()) {
            return List.of(new FieldProblem(pointer, "required", List.of()));
        }
        if (!WORD.matcher(reason).find()) {
            return List.of(new FieldProblem(pointer, "no-words", List.of()));
        }
        return reason.length() > LONGEST ? List.of(new FieldProblem(pointer, "too-long", List.of(LONGEST))) : List.of();
    }

    /** Throws {@link Refusal} 422. */
    public static void require(String pointer, String reason) {
        List<FieldProblem> problems = problems(pointer, reason);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
