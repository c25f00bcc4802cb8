package id.tuntas.access;

import java.math.BigInteger;

/**
 * The installation's own keys on the curve P-256, derived from its secret, so that every replica has the same ones: one signs what phones
 * must be able to trust, to the other one phones encrypt what only the office may read.
 */
public interface OfficeKeys {

    /** A public key as a JSON Web Key (RFC 7518 section 6.2); coordinates are base64url. */
    record PublicJwk(String kty, String crv, String x, String y) {

        public static PublicJwk p256(String x, String y) {
            return new PublicJwk("EC", "P-256", x, y);
        }
    }

    /** Verifies {@link #sign}. */
    PublicJwk signingKey();

    /** What unsent visits are encrypted to. */
    PublicJwk exportKey();

    /** ECDSA with SHA-256 over the bytes, r and s side by side (IEEE P1363), as WebCrypto reads it. */
    byte[] sign(byte[] content);

    /**
     * The shared secret (ECDH) of the export key and a sender's public point.
     *
     * @throws IllegalArgumentException for a point that is not on the curve
     */
    byte[] agree(BigInteger x, BigInteger y);
}
