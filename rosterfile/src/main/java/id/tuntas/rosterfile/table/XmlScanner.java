package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the tags of one XML part of a workbook.
 *
 * <p>Not a general parser, on purpose: a document type is refused where it stands, so that no entity is ever declared or
 * fetched; a tag or a text longer than a cell may be is refused before it is held; nothing but UTF-8 is read.
 */
final class XmlScanner implements Closeable {

    static final int END_OF_PART = 0;
    static final int START = 1;
    static final int END = 2;

    private static final int DEPTH = 64;
    private static final int DECLARATION = 200;

    private final XmlBytes bytes;
    private final byte[] buffer;
    private final XmlAttributes attributes;
    private final long[] open = new long[DEPTH];
    private int depth;
    private long name;
    private boolean closesItself;
    private boolean seen;
    private @Nullable TextBytes collector;

    XmlScanner(InputStream in) throws IOException, FileRefused {
        bytes = new XmlBytes(in);
        buffer = bytes.buffer;
        attributes = new XmlAttributes(buffer);
    }

    /** The key of a local name, to compare with {@link #name()}: a number, so that no tag is made into a string. */
    static long key(String localName) {
        long key = 0;
        for (int i = 0; i < localName.length(); i++) {
            key = nextKey(key, (byte) localName.charAt(i));
        }
        return key;
    }

    /** With one more byte of a name; a colon ends a prefix, which is not looked at. */
    static long nextKey(long key, byte letter) {
        return letter == ':' ? 0 : key * 31 + letter;
    }

    /** Local name of the tag in hand. */
    long name() {
        return name;
    }

    /** Of the start tag in hand. */
    XmlAttributes attributes() {
        return attributes;
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
            bytes.need(2);
            switch (buffer[bytes.position + 1]) {
                case '/':
                    return endTag();
                case '!':
                    passDeclaration();
                    break;
                case '?':
                    passInstruction();
                    break;
                default:
                    return startTag();
            }
        }
    }

    /** Moves to the next opening angle, collecting the text before it. False at the end of the part. */
    private boolean toTag() throws IOException, FileRefused {
        while (true) {
            int start = bytes.position;
            int i = start;
            while (i < bytes.limit && buffer[i] != '<' && (collector == null || buffer[i] != '&')) {
                i++;
            }
            if (collector != null) {
                collector.append(buffer, start, i);
            }
            bytes.position = i;
            if (i == bytes.limit) {
                if (!bytes.fill()) {
                    return false;
                }
            } else if (buffer[i] == '<') {
                return true;
            } else {
                collectReference();
            }
        }
    }

    private void collectReference() throws IOException, FileRefused {
        int length = 1;
        bytes.need(length + 1);
        while (buffer[bytes.position + length] != ';') {
            if (++length > XmlReference.LONGEST) {
                throw new FileRefused(Reason.DAMAGED);
            }
            bytes.need(length + 1);
        }
        int start = bytes.position;
        TextBytes into = collector;
        if (into != null) {
            into.append(XmlReference.character(buffer, start + 1, start + length));
        }
        bytes.position = start + length + 1;
    }

    private int endTag() throws IOException, FileRefused {
        int end = tagEnd();
        readName(bytes.position + 2, end);
        if (depth == 0 || open[--depth] != name) {
            throw new FileRefused(Reason.DAMAGED);
        }
        bytes.position = end + 1;
        return END;
    }

    private int startTag() throws IOException, FileRefused {
        int end = tagEnd();
        closesItself = buffer[end - 1] == '/';
        int last = closesItself ? end - 1 : end;
        int nameEnd = readName(bytes.position + 1, last);
        if (depth == DEPTH || depth == 0 && seen) {
            throw new FileRefused(Reason.DAMAGED);
        }
        seen = true;
        open[depth++] = name;
        attributes.take(nameEnd, last);
        bytes.position = end + 1;
        return START;
    }

    private int readName(int from, int last) {
        int i = from;
        long key = 0;
        while (i < last && buffer[i] > ' ' && buffer[i] != '/') {
            key = nextKey(key, buffer[i]);
            i++;
        }
        name = key;
        return i;
    }

    /** Position of the closing angle of the tag in hand, all of which is then in the buffer. */
    private int tagEnd() throws IOException, FileRefused {
        int i = bytes.position + 1;
        byte quote = 0;
        while (true) {
            if (i >= bytes.limit) {
                int length = i - bytes.position;
                bytes.need(length + 1);
                i = bytes.position + length;
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

    /** A comment, or text that is marked as such; anything else that begins so belongs to a document type. */
    private void passDeclaration() throws IOException, FileRefused {
        bytes.need(4);
        if (buffer[bytes.position + 2] == '-') {
            bytes.position += 4;
            bytes.skipBehind("-->", null);
        } else if (buffer[bytes.position + 2] == '[') {
            bytes.need(9);
            bytes.position += 9;
            bytes.skipBehind("]]>", collector);
        } else {
            throw new FileRefused(Reason.DOCTYPE);
        }
    }

    private void passInstruction() throws IOException, FileRefused {
        int length = Math.min(bytes.limit - bytes.position, DECLARATION);
        String text = new String(buffer, bytes.position, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int close = text.indexOf("?>");
        String instruction = close < 0 ? text : text.substring(0, close);
        if (instruction.startsWith("<?xml ")
                && instruction.contains("encoding")
                && !instruction.contains("utf-8")
                && !instruction.contains("ascii")) {
            throw new FileRefused(Reason.DAMAGED);
        }
        bytes.skipBehind("?>", null);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
