package id.tuntas.cases;

import id.tuntas.platform.Secret;
import id.tuntas.platform.SpokenCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The code on the slip that an officer leaves with a family. With the number of its case it opens the family's own status to whoever holds the
 * slip. It is made from the installation's secret, so it is kept nowhere and a lost slip is printed again.
 */
@Component
public class FamilyCodes {

    private final Secret secret;

    FamilyCodes(Secret secret) {
        this.secret = secret;
    }

    public SpokenCode of(UUID caseId) {
        return SpokenCode.of(secret.mac(("tuntas-family-code-1 " + caseId).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Takes as long for a wrong code as for the right one. */
    public boolean fits(UUID caseId, SpokenCode code) {
        return MessageDigest.isEqual(
                of(caseId).text().getBytes(StandardCharsets.US_ASCII),
                code.text().getBytes(StandardCharsets.US_ASCII));
    }
}
