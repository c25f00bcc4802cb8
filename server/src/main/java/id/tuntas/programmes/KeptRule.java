package id.tuntas.programmes;

import java.time.Instant;
import java.util.UUID;

/** One version of a programme's rule, and who kept it when. */
public record KeptRule(int version, Rule rule, UUID savedBy, Instant savedAt) {}
