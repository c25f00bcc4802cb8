package id.tuntas.interventions;

import id.tuntas.evidence.EvidenceFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agency gave.
 *
 * @param deliveredOn the day it was given
 * @param amount rupiah for this family; null when it was given in kind
 * @param proofs what shows it, at least one
 */
public record Delivery(
        @Nullable LocalDate deliveredOn, @Nullable Long amount, List<Proof> proofs) {

    public Delivery {
        proofs = List.copyOf(proofs);
    }

    /** @param file kept, and not yet known to the regency */
    public record Proof(ProofKind kind, EvidenceFile file) {}
}
