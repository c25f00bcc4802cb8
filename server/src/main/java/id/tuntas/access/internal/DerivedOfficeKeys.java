package id.tuntas.access.internal;

import id.tuntas.access.OfficeKeys;
import id.tuntas.platform.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.springframework.stereotype.Component;

@Component
class DerivedOfficeKeys implements OfficeKeys {

    private static final int COORDINATE_BYTES = 32;

    private record Pair(PrivateKey secret, PublicJwk open) {}

    private final X9ECParameters curve = CustomNamedCurves.getByName("P-256");
    private final ECParameterSpec parameters;
    private final KeyFactory factory;
    private final Pair signing;
    private final Pair export;

    DerivedOfficeKeys(Secret secret) throws GeneralSecurityException {
        factory = KeyFactory.getInstance("EC");
        AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
        named.init(new ECGenParameterSpec("secp256r1"));
        parameters = named.getParameterSpec(ECParameterSpec.class);
        signing = derive(secret, "tuntas-office-signing-1");
        export = derive(secret, "tuntas-office-export-1");
    }

    /** With twice as many bits as the order has, the remainder favours no number (FIPS 186-5, A.2.1). */
    private Pair derive(Secret secret, String purpose) throws GeneralSecurityException {
        byte[] first = secret.mac((purpose + "/1").getBytes(StandardCharsets.US_ASCII));
        byte[] second = secret.mac((purpose + "/2").getBytes(StandardCharsets.US_ASCII));
        byte[] wide = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, wide, first.length, second.length);
        BigInteger d = new BigInteger(1, wide)
                .mod(curve.getN().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        var point = new FixedPointCombMultiplier().multiply(curve.getG(), d).normalize();
        return new Pair(
                factory.generatePrivate(new ECPrivateKeySpec(d, parameters)),
                PublicJwk.p256(
                        coordinate(point.getAffineXCoord().toBigInteger()),
                        coordinate(point.getAffineYCoord().toBigInteger())));
    }

    private static String coordinate(BigInteger value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, value));
    }

    @Override
    public PublicJwk signingKey() {
        return signing.open();
    }

    @Override
    public PublicJwk exportKey() {
        return export.open();
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(signing.secret());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDSA", e);
        }
    }

    @Override
    public byte[] agree(BigInteger x, BigInteger y) {
        curve.getCurve().validatePoint(x, y);
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(export.secret());
            agreement.doPhase(factory.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters)), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a point of P-256", e);
        }
    }
}
