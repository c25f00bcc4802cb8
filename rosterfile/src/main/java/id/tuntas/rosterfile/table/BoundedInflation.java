package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/** A part of a workbook that stops inflating when it swells as no sheet does. Sizes that the part claims aren't asked. */
final class BoundedInflation extends FilterInputStream {

    private final long allowed;
    private long count;

    BoundedInflation(InputStream in, ZipEntry entry) {
        super(in);
        long packed = Math.max(1, entry.getCompressedSize());
        this.allowed = Math.min(Limits.INFLATED, Math.max(Limits.FREE_INFLATION, packed * Limits.RATIO));
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        return b < 0 ? b : counted(1) == 1 ? b : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return counted(super.read(buffer, offset, length));
    }

    private int counted(int read) throws IOException {
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
