package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one part, seen through a buffer of fixed size. What must be looked at in one piece has to fit into it: a tag,
 * never a text.
 */
final class XmlBytes implements Closeable {

    static final int SIZE = 1 << 16;

    /** Those between {@link #position} and {@link #limit} are valid. */
    final byte[] buffer = new byte[SIZE];

    int position;
    int limit;

    private final InputStream in;

    XmlBytes(InputStream in) throws IOException, FileRefused {
        this.in = in;
        fill();
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /** Sees to it that so many bytes from the position on are in the buffer. */
    void need(int bytes) throws IOException, FileRefused {
        while (limit - position < bytes) {
            if (bytes > SIZE) {
                throw new FileRefused(Reason.CELL_TOO_LONG);
            }
            if (!fill()) {
                throw new FileRefused(Reason.DAMAGED);
            }
        }
    }

    /** Reads on, keeping what stands from the position on; false at the end of the part. */
    boolean fill() throws IOException, FileRefused {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        try {
            int read = in.read(buffer, limit, SIZE - limit);
            if (read <= 0) {
                return false;
            }
            limit += read;
            return true;
        } catch (BoundedInflation.RefusedInput refused) {
            throw refused.refusal();
        }
    }

    /** Moves behind the mark; what stands before it is added to the text, if there is one. */
    void skipBehind(String mark, @Nullable TextBytes into) throws IOException, FileRefused {
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

    @Override
    public void close() throws IOException {
        in.close();
    }
}
