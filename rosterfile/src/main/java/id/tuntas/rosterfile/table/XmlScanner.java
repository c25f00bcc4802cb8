package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the tags of one XML part of a workbook, in a buffer of fixed size.
 *
 * <p>Not a general parser, on purpose: a document type is refused where it stands, so that no entity is ever declared or
 * fetched; a tag or a text longer than a cell may be is refused before it is held; nothing but UTF-8 is read. It is also
 * what makes half a million rows a matter of seconds.
 */
final class XmlScanner implements Closeable {

    static final int END_OF_PART = 0;
    static final int START = 1;
    static final int END = 2;

    private static final int BUFFER = 1 << 16;
    private static final int DEPTH = 64;
    private static final int ATTRIBUTES = 64;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final long[] open = new long[DEPTH];
    private final long[] attributeNames = new long[ATTRIBUTES];
    private final int[] attributeStarts = new int[ATTRIBUTES];
    private final int[] attributeEnds = new int[ATTRIBUTES];
    private int position;
    private int limit;
    private int depth;
    private int attributes;
    private long name;
    private boolean closesItself;
    private boolean seen;
    private @Nullable TextBytes collector;

    XmlScanner(InputStream in) throws IOException, FileRefused {
        this.in = in;
        fill();
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /** The key of a local name, to compare with {@link #name()}. */
    static long key(String localName) {
        long key = 0;
        for (int i = 0; i < localName.length(); i++) {
            key = key * 31 + localName.charAt(i);
        }
        return key;
    }

    /** Local name of the tag in hand; prefixes are not looked at. */
    long name() {
        return name;
    }

    /** From here on text is added to the collector; null leaves it unread. */
    void collect(@Nullable TextBytes into) {
        collector = into;
    }

    /** The next tag; {@link #END_OF_PART} when the root element is closed. */
    int next() throws IOException, FileRefused {
        if (closesItself) {
            closesItself = false;
            depth--;
            return END;
        }
        while (true) {
            if (!toTag()) {
                if (depth > 0 || !seen) {
                    throw new FileRefused(Reason.DAMAGED);
                }
                return END_OF_PART;
            }
            need(2);
            switch (buffer[position + 1]) {
                case '/':
                    return endTag();
                case '!':
                    declaration();
                    break;
                case '?':
                    instruction();
                    break;
                default:
                    return startTag();
            }
        }
    }

    /** Moves to the next opening angle, collecting the text before it. False at the end of the part. */
    private boolean toTag() throws IOException, FileRefused {
        while (true) {
            int start = position;
            int i = position;
            while (i < limit && buffer[i] != '<' && (collector == null || buffer[i] != '&')) {
                i++;
            }
            if (collector != null) {
                collector.append(buffer, start, i);
            }
            position = i;
            if (i == limit) {
                if (!fill()) {
                    return false;
                }
            } else if (buffer[i] == '<') {
                return true;
            } else {
                reference();
            }
        }
    }

    /** Only the five names that XML itself knows, and numbers. */
    private void reference() throws IOException, FileRefused {
        int end = position + 1;
        while (true) {
            if (end - position > 12) {
                throw new FileRefused(Reason.DAMAGED);
            }
            if (end >= limit) {
                int length = end - position;
                need(length + 1);
                end = position + length;
            }
            if (buffer[end] == ';') {
                break;
            }
            end++;
        }
        TextBytes into = collector;
        if (into != null) {
            into.append(character(buffer, position + 1, end));
        }
        position = end + 1;
    }

    private static int character(byte[] bytes, int start, int end) throws FileRefused {
        String reference = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        switch (reference) {
            case "amp":
                return '&';
            case "lt":
                return '<';
            case "gt":
                return '>';
            case "quot":
                return '"';
            case "apos":
                return '\'';
            default:
                break;
        }
        try {
            if (reference.startsWith("#x")) {
                return valid(Integer.parseInt(reference.substring(2), 16));
            }
            if (reference.startsWith("#")) {
                return valid(Integer.parseInt(reference.substring(1)));
            }
        } catch (NumberFormatException noNumber) {
            throw new FileRefused(Reason.DAMAGED);
        }
        throw new FileRefused(Reason.DAMAGED);
    }

    private static int valid(int codePoint) throws FileRefused {
        if (codePoint <= 0 || codePoint > Character.MAX_CODE_POINT || codePoint >= 0xD800 && codePoint < 0xE000) {
            throw new FileRefused(Reason.DAMAGED);
        }
        return codePoint;
    }

    private int endTag() throws IOException, FileRefused {
        int end = tagEnd();
        readName(position + 2, end);
        if (depth == 0 || open[--depth] != name) {
            throw new FileRefused(Reason.DAMAGED);
        }
        position = end + 1;
        return END;
    }

    private int startTag() throws IOException, FileRefused {
        int end = tagEnd();
        int last = end;
        if (buffer[end - 1] == '/') {
            closesItself = true;
            last--;
        }
        int i = readName(position + 1, last);
        if (depth == DEPTH || depth == 0 && seen) {
            throw new FileRefused(Reason.DAMAGED);
        }
        seen = true;
        open[depth++] = name;
        attributes = 0;
        while (true) {
            while (i < last && buffer[i] <= ' ') {
                i++;
            }
            if (i >= last) {
                break;
            }
            i = attribute(i, last);
        }
        position = end + 1;
        return START;
    }

    private int attribute(int start, int last) throws FileRefused {
        int i = start;
        long key = 0;
        while (i < last && buffer[i] != '=' && buffer[i] > ' ') {
            key = buffer[i] == ':' ? 0 : key * 31 + buffer[i];
            i++;
        }
        while (i < last && buffer[i] != '"' && buffer[i] != '\'') {
            i++;
        }
        if (i >= last || attributes == ATTRIBUTES) {
            throw new FileRefused(Reason.DAMAGED);
        }
        byte quote = buffer[i++];
        attributeNames[attributes] = key;
        attributeStarts[attributes] = i;
        while (i < last && buffer[i] != quote) {
            i++;
        }
        attributeEnds[attributes++] = i;
        return i + 1;
    }

    private int readName(int from, int last) {
        int i = from;
        long key = 0;
        while (i < last && buffer[i] > ' ' && buffer[i] != '/') {
            key = buffer[i] == ':' ? 0 : key * 31 + buffer[i];
            i++;
        }
        name = key;
        return i;
    }

    /** Position of the closing angle of the tag in hand, all of which is then in the buffer. */
    private int tagEnd() throws IOException, FileRefused {
        int i = position + 1;
        byte quote = 0;
        while (true) {
            if (i >= limit) {
                int length = i - position;
                need(length + 1);
                i = position + length;
            }
            byte b = buffer[i];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '>') {
                return i;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '<') {
                throw new FileRefused(Reason.DAMAGED);
            }
            i++;
        }
    }

    private void declaration() throws IOException, FileRefused {
        need(4);
        if (buffer[position + 2] == '-') {
            skipTo("-->", null);
        } else if (buffer[position + 2] == '[') {
            need(9);
            position += 9;
            skipTo("]]>", collector);
        } else {
            throw new FileRefused(Reason.DOCTYPE);
        }
    }

    private void instruction() throws IOException, FileRefused {
        int end = Math.min(limit, position + 200);
        String text =
                new String(buffer, position, end - position, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int close = text.indexOf("?>");
        String instruction = close < 0 ? text : text.substring(0, close);
        if (instruction.startsWith("<?xml ")
                && instruction.contains("encoding")
                && !instruction.contains("utf-8")
                && !instruction.contains("ascii")) {
            throw new FileRefused(Reason.DAMAGED);
        }
        skipTo("?>", null);
    }

    private void skipTo(String mark, @Nullable TextBytes into) throws IOException, FileRefused {
        int length = mark.length();
        while (true) {
            need(length);
            int i = position;
            int last = limit - length;
            while (i <= last && !at(i, mark)) {
                i++;
            }
            if (into != null) {
                into.append(buffer, position, i);
            }
            position = i;
            if (i <= last) {
                position += length;
                return;
            }
        }
    }

    private boolean at(int start, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (buffer[start + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Sees to it that so many bytes from the position on are in the buffer. */
    private void need(int bytes) throws IOException, FileRefused {
        while (limit - position < bytes) {
            if (bytes > BUFFER) {
                throw new FileRefused(Reason.CELL_TOO_LONG);
            }
            if (!fill()) {
                throw new FileRefused(Reason.DAMAGED);
            }
        }
    }

    private boolean fill() throws IOException, FileRefused {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        try {
            int read = in.read(buffer, limit, BUFFER - limit);
            if (read <= 0) {
                return false;
            }
            limit += read;
            return true;
        } catch (BoundedInflation.RefusedInput refused) {
            throw refused.refusal();
        }
    }

    /** Value of an attribute of the start tag in hand, with its references resolved; null when it has none. */
    @Nullable String attribute(long key) throws FileRefused {
        int index = find(key);
        if (index < 0) {
            return null;
        }
        TextBytes value = new TextBytes();
        int i = attributeStarts[index];
        int end = attributeEnds[index];
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
                value.append(character(buffer, i + 1, close));
                i = close + 1;
            }
        }
        return value.text();
    }

    /** An attribute that is a whole number from 0; -1 when missing, -2 when it is none. */
    int attributeNumber(long key) {
        int index = find(key);
        if (index < 0) {
            return -1;
        }
        long number = 0;
        for (int i = attributeStarts[index]; i < attributeEnds[index]; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9 || number > 100_000_000) {
                return -2;
            }
            number = number * 10 + digit;
        }
        return (int) Math.min(Integer.MAX_VALUE, number);
    }

    /** The column letters at the start of a cell reference, from 0; -1 when missing, -2 when it is none. */
    int attributeColumn(long key) {
        int index = find(key);
        if (index < 0) {
            return -1;
        }
        int column = 0;
        int i = attributeStarts[index];
        while (i < attributeEnds[index] && buffer[i] >= 'A' && buffer[i] <= 'Z' && column < 1_000_000) {
            column = column * 26 + buffer[i] - 'A' + 1;
            i++;
        }
        return column == 0 ? -2 : column - 1;
    }

    /** First byte of an attribute and its length, as {@code length << 8 | first}; 0 when missing. For short type codes. */
    int attributeCode(long key) {
        int index = find(key);
        if (index < 0 || attributeStarts[index] == attributeEnds[index]) {
            return 0;
        }
        return attributeEnds[index] - attributeStarts[index] << 8 | buffer[attributeStarts[index]];
    }

    private int find(long key) {
        for (int i = 0; i < attributes; i++) {
            if (attributeNames[i] == key) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
