package id.tuntas.visits.internal;

import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;

/** What an opened export holds: whose it is, and instances with their files. Read from memory; nothing in clear touches the disk. */
final class ExportArchive {

    private static final String OFFICER = "officer.json";
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final int LONGEST_OFFICER = 10_000;

    private record Officer(@Nullable UUID officerId) {}

    private final byte[] zip;

    ExportArchive(byte[] zip) {
        this.zip = zip;
    }

    /** Sees each file of each instance in turn; the content is good until the call returns. */
    interface Visitor {
        void file(String instanceId, String name, InputStream content) throws IOException;
    }

    /** @throws Refusal 422 export-unreadable when the archive does not say whose it is */
    UUID officerId(Json json) throws IOException {
        byte[][] said = new byte[1][];
        entries((name, content) -> {
            if (name.equals(OFFICER)) {
                said[0] = content.readNBytes(LONGEST_OFFICER);
            }
        });
        if (said[0] == null) {
            throw ExportEnvelope.unreadable();
        }
        try {
            Officer officer = json.read(new String(said[0], StandardCharsets.UTF_8), Officer.class);
            if (officer == null || officer.officerId() == null) {
                throw ExportEnvelope.unreadable();
            }
            return officer.officerId();
        } catch (JacksonException notJson) {
            throw ExportEnvelope.unreadable();
        }
    }

    void visit(Visitor visitor) throws IOException {
        entries((path, content) -> {
            int slash = path.indexOf('/');
            if (slash > 0 && slash < path.length() - 1 && path.indexOf('/', slash + 1) < 0) {
                visitor.file(
                        UriUtils.decode(path.substring(0, slash), StandardCharsets.UTF_8),
                        path.substring(slash + 1),
                        content);
            }
        });
    }

    private interface EntryVisitor {
        void entry(String path, InputStream content) throws IOException;
    }

    private void entries(EntryVisitor visitor) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            Counted counted = new Counted(in);
            int count = 0;
            ZipEntry entry;
            while ((entry = in.getNextEntry()) != null) {
                if (++count > MOST_ENTRIES) {
                    throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
                }
                if (!entry.isDirectory()) {
                    visitor.entry(entry.getName(), counted);
                }
            }
            if (count == 0) {
                throw ExportEnvelope.unreadable();
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw ExportEnvelope.unreadable();
        }
    }

    /** A small archive can unpack to anything. */
    private static final class Counted extends FilterInputStream {

        private long left = MOST_BYTES;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            }
            return count;
        }
    }
}
