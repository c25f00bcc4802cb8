package id.tuntas.platform;

import java.util.regex.Pattern;

/** What somebody types and others read on screens and papers. */
public final class PlainText {

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

    private PlainText() {}

    /** Without blanks around it and without marks that nobody sees, some of which turn what follows round. */
    public static String of(String typed) {
        return NOT_TEXT.matcher(typed.replace("\r\n", "\n")).replaceAll(" ").strip();
    }
}
