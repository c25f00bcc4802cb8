package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An opened workbook or CSV file. What it is, is decided by its bytes; its name is not asked. */
public interface TableFile extends Closeable {

    List<Sheet> sheets();

    /** Days of the workbook count from 1 January 1904, as old Macintosh files do. */
    boolean from1904();

    /** Opens a file that was fingerprinted before; refuses what is no table before any row is read. */
    static TableFile open(Path path, Fingerprint print) throws IOException, FileRefused {
        if (print.size() == 0) {
            throw new FileRefused(Reason.EMPTY);
        }
        byte[] head = head(path);
        if (starts(head, 0x25, 0x50, 0x44, 0x46)) {
            throw new FileRefused(Reason.PDF);
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileRefused(Reason.OLD_OR_ENCRYPTED);
        }
        if (starts(head, 0x50, 0x4B)) {
            return XlsxFile.open(path);
        }
        return new CsvFile(path, charset(head, print));
    }

    private static Charset charset(byte[] head, Fingerprint print) throws FileRefused {
        Charset marked = utf16(head);
        if (marked != null) {
            return marked;
        }
        int start = starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (start < head.length && head[start] <= ' ' && head[start] > 0) {
            start++;
        }
        if (print.binary() || start < head.length && head[start] == '<') {
            throw new FileRefused(Reason.NOT_A_TABLE);
        }
        return print.utf8() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static @Nullable Charset utf16(byte[] head) {
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static byte[] head(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(64);
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
