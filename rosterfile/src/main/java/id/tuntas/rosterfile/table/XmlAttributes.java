package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Where the attributes of the start tag in hand stand in the buffer; they are read only when they are asked for. */
final class XmlAttributes {

    private static final int MOST = 64;

    private final byte[] buffer;
    private final long[] names = new long[MOST];
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private int count;

    XmlAttributes(byte[] buffer) {
        this.buffer = buffer;
    }

    /** Takes the attributes that stand between two positions of the buffer, and forgets those of the tag before. */
    void take(int from, int end) throws FileRefused {
        count = 0;
        int i = from;
        while (true) {
            while (i < end && buffer[i] <= ' ') {
                i++;
            }
            if (i >= end) {
                return;
            }
            i = takeOne(i, end);
        }
    }

    private int takeOne(int start, int end) throws FileRefused {
        int i = start;
        long name = 0;
        while (i < end && buffer[i] != '=' && buffer[i] > ' ') {
            name = XmlScanner.nextKey(name, buffer[i]);
            i++;
        }
        while (i < end && buffer[i] != '"' && buffer[i] != '\'') {
            i++;
        }
        if (i >= end || count == MOST) {
            throw new FileRefused(Reason.DAMAGED);
        }
        byte quote = buffer[i++];
        names[count] = name;
        starts[count] = i;
        while (i < end && buffer[i] != quote) {
            i++;
        }
        ends[count++] = i;
        return i + 1;
    }

    private int find(long name) {
        for (int i = 0; i < count; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        return -1;
    }

    /** With its references resolved; null when the tag has none of that name. */
    @Nullable String text(long name) throws FileRefused {
        int index = find(name);
        if (index < 0) {
            return null;
        }
        TextBytes value = new TextBytes();
        int i = starts[index];
        int end = ends[index];
        while (i < end) {
            int plain = i;
            while (i < end && buffer[i] != '&') {
                i++;
            }
            value.append(buffer, plain, i);
            if (i < end) {
                int close = i;
                while (close < end && buffer[close] != ';') {
                    close++;
                }
                value.append(XmlReference.character(buffer, i + 1, close));
                i = close + 1;
            }
        }
        return value.text();
    }

    /** A whole number from 0; -1 when missing, -2 when it is none. */
    int number(long name) {
        int index = find(name);
        if (index < 0) {
            return -1;
        }
        long number = 0;
        for (int i = starts[index]; i < ends[index]; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9 || number > 100_000_000) {
                return -2;
            }
            number = number * 10 + digit;
        }
        return (int) Math.min(Integer.MAX_VALUE, number);
    }

    /** The column letters at the start of a cell reference, from 0; -1 when missing, -2 when it is none. */
    int column(long name) {
        int index = find(name);
        if (index < 0) {
            return -1;
        }
        int column = 0;
        int i = starts[index];
        while (i < ends[index] && buffer[i] >= 'A' && buffer[i] <= 'Z' && column < 1_000_000) {
            column = column * 26 + buffer[i] - 'A' + 1;
            i++;
        }
        return column == 0 ? -2 : column - 1;
    }

    /** First byte and length, as {@code length << 8 | first}, for short type codes; 0 when missing or empty. */
    int code(long name) {
        int index = find(name);
        if (index < 0 || starts[index] == ends[index]) {
            return 0;
        }
        return ends[index] - starts[index] << 8 | buffer[starts[index]];
    }
}
