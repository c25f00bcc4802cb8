package id.tuntas.visits;

import id.tuntas.access.OfficeKeys.PublicJwk;
import id.tuntas.access.Phones;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** An export as the field app writes it (docs/field-export.md), step by step. */
public final class PhoneExport {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public static PhoneExport of(UUID officerId, Post... posts) {
        PhoneExport export = new PhoneExport().with("officer.json", "{\"officerId\":\"" + officerId + "\"}");
        for (Post post : posts) {
            String folder = URLEncoder.encode(post.instanceId(), StandardCharsets.UTF_8) + "/";
            post.parts().forEach(part -> export.entries.put(folder + part.name(), part.content()));
            export.with(folder + "submission.xml", post.xml());
        }
        return export;
    }

    public PhoneExport with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public PhoneExport with(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    public PhoneExport without(String path) {
        entries.remove(path);
        return this;
    }

    public byte[] encrypted(String deviceId, PublicJwk exportKey) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair ephemeral = generator.generateKeyPair();
            byte[] iv = new byte[12];
            new SecureRandom().nextBytes(iv);
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(ephemeral.getPrivate());
            agreement.doPhase(Phones.publicKey(exportKey), true);
            byte[] key = hkdf(agreement.generateSecret(), "tuntas-export-1");
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes(
                    header(deviceId, (ECPublicKey) ephemeral.getPublic(), iv).getBytes(StandardCharsets.UTF_8));
            file.writeBytes(cipher.doFinal(zip()));
            return file.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hkdf(byte[] secret, String info) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        byte[] extracted = mac.doFinal(secret);
        mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
        mac.update(info.getBytes(StandardCharsets.US_ASCII));
        return mac.doFinal(new byte[] {1});
    }

    private static String header(String deviceId, ECPublicKey key, byte[] iv) {
        return """
                {"version":1,"deviceId":"%s","ephemeralKey":{"kty":"EC","crv":"P-256","x":"%s","y":"%s","ext":true},"iv":"%s"}
                """.formatted(
                        deviceId,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()),
                        base64(iv));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return base64(fixed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One byte of it is another. */
    public static byte[] tampered(byte[] file, int at) {
        byte[] changed = Arrays.copyOf(file, file.length);
        changed[at] ^= 1;
        return changed;
    }
}
