package id.tuntas.rosterfile.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * What one reading of all bytes tells.
 *
 * @param sha256 lower-case hexadecimal
 * @param utf8 the bytes are valid UTF-8
 * @param binary there are bytes that no text has
 */
public record Fingerprint(String sha256, long size, boolean utf8, boolean binary) {

    /**
     * @param progress told the bytes read so far
     */
    public static Fingerprint of(Path path, LongConsumer progress) throws IOException {
        MessageDigest digest = newDigest();
        Utf8Check text = new Utf8Check();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (var in = Files.newInputStream(path)) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, read);
                text.update(buffer, read);
                size += read;
                progress.accept(size);
            }
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size, text.valid(), text.binary);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static final class Utf8Check {

        private int expected;
        private boolean broken;
        private boolean binary;

        void update(byte[] bytes, int length) {
            for (int i = 0; i < length && !(broken && binary); i++) {
                int b = bytes[i];
                if (expected > 0) {
                    broken |= (b & 0xC0) != 0x80;
                    expected--;
                } else if (b < 0) {
                    expect(b & 0xFF);
                } else if (b < 9) {
                    binary = true;
                }
            }
        }

        private void expect(int lead) {
            if (lead >= 0xC2 && lead <= 0xDF) {
                expected = 1;
            } else if (lead >= 0xE0 && lead <= 0xEF) {
                expected = 2;
            } else if (lead >= 0xF0 && lead <= 0xF4) {
                expected = 3;
            } else {
                broken = true;
            }
        }

        boolean valid() {
            return !broken && expected == 0;
        }
    }
}
