package id.tuntas.cases;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One family in one round.
 *
 * @param rosterStatus listed, changed, dropped or returned: what the newest release of the roster said about the family; nominated for one
 *     that no roster lists
 * @param kk number of the family card, in clear; whoever shows it masks it
 * @param visitId the visit that counts: received, returned or approved
 * @param finding confirmed once approved, before that as proposed by the answers
 */
public record FamilyCase(
        String regencyCode,
        UUID id,
        UUID roundId,
        CaseNumber number,
        @Nullable String rosterFamilyKey,
        @Nullable UUID rosterReleaseId,
        String rosterStatus,
        int warnings,
        String districtCode,
        String villageCode,
        String headName,
        String address,
        String hamlet,
        @Nullable String kk,
        CaseState state,
        @Nullable UUID officerId,
        @Nullable UUID visitId,
        @Nullable ContactResult contact,
        @Nullable Finding finding,
        @Nullable Instant visitedAt,
        @Nullable Instant approvedAt,
        @Nullable Double lat,
        @Nullable Double lng,
        int version) {}
