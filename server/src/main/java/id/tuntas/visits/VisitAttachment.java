package id.tuntas.visits;

import id.tuntas.evidence.EvidenceFile;
import java.time.Instant;

/** A file of a visit under the name the form gives it. */
public record VisitAttachment(String name, EvidenceFile file, Instant receivedAt) {}
