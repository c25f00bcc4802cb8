package id.tuntas.visits.internal;

import id.tuntas.access.OfficeKeys;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Opens the file that a phone wrote for the office (docs/field-export.md). */
@Component
class ExportEnvelope {

    private static final int VERSION = 1;
    private static final int LONGEST_HEADER = 4_096;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HASH_BYTES = 32;
    private static final byte[] INFO = "tuntas-export-1".getBytes(StandardCharsets.US_ASCII);

    /** @param archive a ZIP archive, as the phone packed it */
    record Opened(String deviceId, byte[] archive) {}

    private record Header(
            @Nullable Integer version,
            @Nullable String deviceId,
            @Nullable Point ephemeralKey,
            @Nullable String iv) {}

    private record Point(@Nullable String x, @Nullable String y) {}

    private final OfficeKeys keys;
    private final Json json;

    ExportEnvelope(OfficeKeys keys, Json json) {
        this.keys = keys;
        this.json = json;
    }

    /** @throws Refusal 422 export-unreadable for a file that is none of ours, or not whole */
    Opened open(byte[] file) {
        int line = 0;
        while (line < Math.min(file.length, LONGEST_HEADER) && file[line] != '\n') {
            line++;
        }
        if (line == file.length || file[line] != '\n') {
            throw unreadable();
        }
        try {
            Header header = json.read(new String(file, 0, line, StandardCharsets.UTF_8), Header.class);
            if (header == null
                    || !Integer.valueOf(VERSION).equals(header.version())
                    || header.deviceId() == null
                    || header.ephemeralKey() == null) {
                throw unreadable();
            }
            Cipher cipher = cipher(header.ephemeralKey(), bytes(header.iv()));
            return new Opened(header.deviceId(), cipher.doFinal(file, line + 1, file.length - line - 1));
        } catch (JacksonException | IllegalArgumentException | GeneralSecurityException notOurs) {
            throw unreadable();
        }
    }

    private Cipher cipher(Point sender, byte[] iv) throws GeneralSecurityException {
        if (iv.length != IV_BYTES) {
            throw new IllegalArgumentException("iv");
        }
        byte[] shared = keys.agree(new BigInteger(1, bytes(sender.x())), new BigInteger(1, bytes(sender.y())));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(derived(shared), "AES"), new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    /** HKDF-SHA-256 (RFC 5869) with an empty salt; one block of it is the whole key. */
    private static byte[] derived(byte[] shared) throws GeneralSecurityException {
        byte[] extracted = mac(new byte[HASH_BYTES], shared);
        byte[] block = Arrays.copyOf(INFO, INFO.length + 1);
        block[INFO.length] = 1;
        return mac(extracted, block);
    }

    private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] bytes(@Nullable String base64) {
        if (base64 == null) {
            throw new IllegalArgumentException("missing");
        }
        return Base64.getUrlDecoder().decode(base64);
    }

    static Refusal unreadable() {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "export-unreadable");
    }
}
