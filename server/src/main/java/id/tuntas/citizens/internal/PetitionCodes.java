package id.tuntas.citizens.internal;

import id.tuntas.platform.Hashes;
import id.tuntas.platform.Secret;
import id.tuntas.platform.SpokenCode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A petition's code follows from what its sender's page made up and from the installation's secret; the table keeps a digest of it alone. */
@Component
class PetitionCodes {

    private final Secret secret;

    PetitionCodes(Secret secret) {
        this.secret = secret;
    }

    SpokenCode of(UUID sentId) {
        return SpokenCode.of(mac("code-1 " + sentId));
    }

    String digest(SpokenCode code) {
        return Hashes.hex(mac("digest-1 " + code.text()));
    }

    private byte[] mac(String text) {
        return secret.mac(("tuntas-petition-" + text).getBytes(StandardCharsets.US_ASCII));
    }
}
