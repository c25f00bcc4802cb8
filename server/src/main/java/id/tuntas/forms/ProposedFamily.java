package id.tuntas.forms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A family that no list names, proposed on purpose: an officer met it next door and filled the same form. The form's case then reads
 * {@code USUL-<village>-<eight hex digits that the phone drew>}, and its family holds what the officer typed instead of what a list says.
 */
public record ProposedFamily(String villageCode, String headName, String address, String hamlet) {

    private static final Pattern NAMED = Pattern.compile("USUL-(\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4})-[0-9a-f]{8}");

    /** Empty when the form names a case like any other, or proposes nobody by name. */
    public static Optional<ProposedFamily> in(Answers answers) {
        Matcher named = NAMED.matcher(text(answers, VervalForm.CASE));
        String head = text(answers, VervalForm.FAMILY + "head_name");
        if (!named.matches() || head.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProposedFamily(
                named.group(1),
                head,
                text(answers, VervalForm.FAMILY + "address"),
                text(answers, VervalForm.FAMILY + "hamlet")));
    }

    private static String text(Answers answers, String path) {
        return answers.find(path).orElse("").strip();
    }
}
