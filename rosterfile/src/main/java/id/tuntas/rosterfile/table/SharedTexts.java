package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's distinct texts. Half a million rows have some three million of them (names, addresses, numbers kept as
 * text), so they are kept as bytes in few large blocks and made into strings when asked for.
 */
final class SharedTexts {

    private static final long SI = XmlScanner.key("si");
    private static final long T = XmlScanner.key("t");
    private static final long PHONETIC = XmlScanner.key("rPh");

    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int STARTS_BITS = 16;
    private static final int STARTS = 1 << STARTS_BITS;
    private static final int LENGTH_BYTES = 3;
    private static final int RECENT = 1 << 14;

    private byte[][] blocks = new byte[16][];
    private int[][] starts = new int[16][];
    private int count;
    private int end;

    private final @Nullable String[] recent = new String[RECENT];
    private final int[] recentIndex = new int[RECENT];

    SharedTexts() {
        Arrays.fill(recentIndex, -1);
    }

    static SharedTexts read(XmlScanner xml) throws IOException, FileRefused {
        SharedTexts texts = new SharedTexts();
        long allowed = Limits.sharedText();
        TextBytes text = new TextBytes();
        int phonetic = 0;
        int tag;
        while ((tag = xml.next()) != XmlScanner.END_OF_PART) {
            long name = xml.name();
            if (name == SI) {
                if (tag == XmlScanner.START) {
                    text.clear();
                } else {
                    texts.add(text, allowed);
                }
            } else if (name == PHONETIC) {
                phonetic += tag == XmlScanner.START ? 1 : -1;
            } else if (name == T) {
                xml.collect(tag == XmlScanner.START && phonetic == 0 ? text : null);
            }
        }
        return texts;
    }

    private void add(TextBytes text, long allowed) throws FileRefused {
        int needed = text.length + LENGTH_BYTES;
        int block = end >>> BLOCK_BITS;
        if ((end & BLOCK - 1) + needed > BLOCK) {
            block++;
            end = block << BLOCK_BITS;
        }
        if ((long) end + needed + count * 4L > allowed) {
            throw new FileRefused(Reason.TOO_MUCH_TEXT);
        }
        if (block >= blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
        }
        byte[] into = blocks[block];
        if (into == null) {
            into = new byte[BLOCK];
            blocks[block] = into;
        }
        setStart(count++, end);
        int at = end & BLOCK - 1;
        into[at] = (byte) (text.length >>> 16);
        into[at + 1] = (byte) (text.length >>> 8);
        into[at + 2] = (byte) text.length;
        System.arraycopy(text.bytes, 0, into, at + LENGTH_BYTES, text.length);
        end += needed;
    }

    /** In blocks too: a list that grows by copying would need its room twice. */
    private void setStart(int index, int start) {
        int block = index >>> STARTS_BITS;
        if (block >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        if (starts[block] == null) {
            starts[block] = new int[STARTS];
        }
        starts[block][index & STARTS - 1] = start;
    }

    String get(int index) throws FileRefused {
        if (index < 0 || index >= count) {
            throw new FileRefused(Reason.DAMAGED);
        }
        int slot = index & RECENT - 1;
        String text = recent[slot];
        if (text == null || recentIndex[slot] != index) {
            text = decode(starts[index >>> STARTS_BITS][index & STARTS - 1]);
            recent[slot] = text;
            recentIndex[slot] = index;
        }
        return text;
    }

    private String decode(int start) {
        byte[] block = blocks[start >>> BLOCK_BITS];
        int at = start & BLOCK - 1;
        int length = (block[at] & 0xFF) << 16 | (block[at + 1] & 0xFF) << 8 | block[at + 2] & 0xFF;
        return new String(block, at + LENGTH_BYTES, length, StandardCharsets.UTF_8);
    }
}
