package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text of one cell as UTF-8 bytes; the same object is filled again. */
final class TextBytes {

    byte[] bytes = new byte[256];
    int length;

    void clear() {
        length = 0;
    }

    void append(byte[] from, int start, int end) throws FileRefused {
        int added = end - start;
        room(added);
        System.arraycopy(from, start, bytes, length, added);
        length += added;
    }

    void append(int codePoint) throws FileRefused {
        if (codePoint < 0x80) {
            room(1);
            bytes[length++] = (byte) codePoint;
        } else {
            byte[] encoded = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            append(encoded, 0, encoded.length);
        }
    }

    private void room(int added) throws FileRefused {
        if (length + added > Limits.CELL_BYTES) {
            throw new FileRefused(Reason.CELL_TOO_LONG);
        }
        if (length + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + added, bytes.length * 2));
        }
    }

    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** A whole number without sign, or -1. */
    int number() {
        if (length == 0 || length > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < length; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
