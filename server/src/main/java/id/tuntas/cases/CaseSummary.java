package id.tuntas.cases;

import id.tuntas.forms.ContactResult;
import id.tuntas.forms.Finding;
import id.tuntas.regions.Regions;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A family as lists show it.
 *
 * @param finding key of the finding, and {@code contact} that of the contact result
 */
public record CaseSummary(
        UUID id,
        String number,
        String name,
        String address,
        String hamlet,
        String village,
        String villageName,
        String districtName,
        CaseState state,
        @Nullable OfficerName officer,
        @Nullable String finding,
        @Nullable String contact,
        @Nullable Instant lastVisitAt,
        @Nullable Double lat,
        @Nullable Double lng,
        int warnings,
        String rosterStatus) {

    public record OfficerName(UUID id, String name) {}

    /** @param officers names of at least this family's officer */
    public static CaseSummary of(FamilyCase family, Map<UUID, String> officers, Regions regions) {
        UUID officer = family.officerId();
        Finding finding = family.finding();
        ContactResult contact = family.contact();
        return new CaseSummary(
                family.id(),
                family.number().text(),
                family.headName(),
                family.address(),
                family.hamlet(),
                family.villageCode(),
                regions.name(family.villageCode()),
                regions.name(family.districtCode()),
                family.state(),
                officer == null ? null : new OfficerName(officer, officers.getOrDefault(officer, "")),
                finding == null ? null : finding.key(),
                contact == null ? null : contact.key(),
                family.visitedAt(),
                family.lat(),
                family.lng(),
                family.warnings(),
                family.rosterStatus());
    }
}
