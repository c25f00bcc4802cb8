package id.tuntas.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The installation's secret: {@code TUNTAS_SECRET} (64 hex digits; the same for all replicas), else made once and kept in the data folder. */
@Component
public class Secret {

    private static final int BYTES = 32;

    private final byte[] key;

    Secret(StorageSettings storage, @Value("${TUNTAS_SECRET:}") String given) {
        key = given.isBlank()
                ? kept(storage.data().resolve("secret"))
                : HexFormat.of().parseHex(given);
        if (key.length < BYTES) {
            throw new IllegalStateException("TUNTAS_SECRET needs at least 64 hex digits");
        }
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                byte[] made = new byte[BYTES];
                new SecureRandom().nextBytes(made);
                Files.writeString(file, HexFormat.of().formatHex(made));
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the secret in " + file + " cannot be read or written", e);
        }
    }

    /** HMAC-SHA-256 of a message under the secret. */
    public byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
