package id.tuntas.demo.internal;

import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Keeps what the demo has drawn. */
@Component
@Profile("demo")
class DemoEvidence {

    private final Evidence evidence;

    DemoEvidence(Evidence evidence) {
        this.evidence = evidence;
    }

    EvidenceFile keep(byte[] drawn) {
        try {
            return evidence.keep(new ByteArrayInputStream(drawn), Evidence.MAX_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
