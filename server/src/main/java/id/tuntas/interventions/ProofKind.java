package id.tuntas.interventions;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tuntas.evidence.EvidenceFile;
import java.util.Arrays;

/** What can show that something was given. */
public enum ProofKind {
    PHOTO("photo"),
    RECEIPT("receipt"),
    SIGNATURE("signature");

    private final String key;

    ProofKind(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** A receipt may come as a PDF, the others as pictures only. */
    public boolean takes(EvidenceFile file) {
        return this == RECEIPT ? file.accepted() : file.isImage();
    }

    public static ProofKind ofKey(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
