package id.tuntas.interventions.internal;

import id.tuntas.evidence.Evidence;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.ProofKind;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads a form with fields and with files that show something; the files go to disk. */
@Component
class ProofReader {

    private static final long LARGEST = 20L * 1024 * 1024;
    private static final int MOST = 12;

    private final Evidence evidence;

    ProofReader(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The files in the parts of these names. */
    List<Proof> read(MultipartHttpServletRequest request, ProofKind... kinds) throws IOException {
        List<Proof> proofs = new ArrayList<>();
        for (ProofKind kind : kinds) {
            for (MultipartFile file : request.getFiles(kind.key())) {
                if (proofs.size() == MOST) {
                    throw Refusal.invalid("/" + kind.key(), "too-many-proofs", MOST);
                }
                try (InputStream content = file.getInputStream()) {
                    proofs.add(new Proof(kind, evidence.keep(content, LARGEST)));
                }
            }
        }
        return proofs;
    }

    static String text(MultipartHttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }

    /** Null for a field that says nothing; throws Refusal 422 for one that cannot be read. */
    static <T> @Nullable T field(MultipartHttpServletRequest request, String name, Function<String, T> reading) {
        String text = text(request, name);
        try {
            return text.isEmpty() ? null : reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Refusal.invalid("/" + name, "malformed");
        }
    }

    static <T> T required(MultipartHttpServletRequest request, String name, Function<String, T> reading) {
        T value = field(request, name, reading);
        if (value == null) {
            throw Refusal.invalid("/" + name, "required");
        }
        return value;
    }
}
