package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.ServerTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class HoldingTheOfficesKeysTest {

    @Autowired
    private OfficeKeys keys;

    @Test
    void whatIsSignedIsVerifiedByTheKeyThatIsHandedOut() throws GeneralSecurityException {
        byte[] content = "daftar kerja".getBytes(StandardCharsets.UTF_8);

        byte[] signed = keys.sign(content);

        assertThat(signed).hasSize(64);
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(Phones.publicKey(keys.signingKey()));
        verifier.update(content);
        assertThat(verifier.verify(signed)).isTrue();
    }

    @Test
    void bothSidesAgreeOnOneSecret() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair phone = generator.generateKeyPair();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(phone.getPrivate());
        agreement.doPhase(Phones.publicKey(keys.exportKey()), true);
        ECPoint point = ((ECPublicKey) phone.getPublic()).getW();

        assertThat(keys.agree(point.getAffineX(), point.getAffineY())).isEqualTo(agreement.generateSecret());
    }

    @Test
    void aPointBesideTheCurveIsRefused() {
        assertThatThrownBy(() -> keys.agree(BigInteger.ONE, BigInteger.TWO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
