package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.nio.charset.StandardCharsets;

/** A character that is written as a reference: one of the five names that XML itself knows, or a number. */
final class XmlReference {

    /** Of the longest one with its ampersand: {@code &#x10FFFF}. */
    static final int LONGEST = 12;

    private XmlReference() {}

    /**
     * @param start behind the ampersand
     * @param end of the semicolon
     */
    static int character(byte[] bytes, int start, int end) throws FileRefused {
        String reference = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        return switch (reference) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numbered(reference);
        };
    }

    private static int numbered(String reference) throws FileRefused {
        int codePoint = 0;
        try {
            if (reference.startsWith("#x")) {
                codePoint = Integer.parseInt(reference, 2, reference.length(), 16);
            } else if (reference.startsWith("#")) {
                codePoint = Integer.parseInt(reference, 1, reference.length(), 10);
            }
        } catch (NumberFormatException noNumber) {
            throw new FileRefused(Reason.DAMAGED);
        }
        if (codePoint <= 0 || codePoint > Character.MAX_CODE_POINT || codePoint >= 0xD800 && codePoint < 0xE000) {
            throw new FileRefused(Reason.DAMAGED);
        }
        return codePoint;
    }
}
