package id.tuntas.cases;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a received visit says about its family. */
public record VisitOutcome(
        UUID visitId,
        UUID officerId,
        ContactResult contact,
        @Nullable Finding proposed,
        Instant visitedAt,
        @Nullable Double lat,
        @Nullable Double lng) {}
