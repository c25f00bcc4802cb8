package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** A part of a workbook that stops inflating when it swells as no sheet does, whatever size it claims. */
final class BoundedInflation extends FilterInputStream {

    private final long allowed;
    private long count;

    BoundedInflation(InputStream in, ZipEntry entry) {
        super(in);
        this.allowed = allowed(entry);
    }

    /** A part that owns up to its size needn't be inflated at all to be refused. */
    static boolean claimsTooMuch(ZipEntry entry) {
        return entry.getSize() > allowed(entry);
    }

    private static long allowed(ZipEntry entry) {
        long packed = Math.max(1, entry.getCompressedSize());
        return Math.min(Limits.INFLATED, Math.max(Limits.FREE_INFLATION, packed * Limits.RATIO));
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (ZipException | EOFException broken) {
            throw new RefusedInput(new FileRefused(Reason.DAMAGED));
        }
        count += Math.max(0, read);
        if (count > allowed) {
            throw new RefusedInput(new FileRefused(Reason.INFLATES_TOO_FAR));
        }
        return read;
    }

    /** Carries a refusal through code that knows only {@link IOException}. */
    static final class RefusedInput extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedInput(FileRefused refusal) {
            super(refusal);
        }

        FileRefused refusal() {
            return (FileRefused) getCause();
        }
    }
}
