package id.tuntas.cases;

import java.util.List;
import java.util.UUID;

/**
 * A proposal as a person looks at it.
 *
 * @param unit always family
 * @param unplaced families that no officer's region covers
 * @param spread over the proposed loads
 */
public record AssignmentProposal(
        UUID proposalId, String unit, boolean committed, int unplaced, List<OfficerShare> officers, Spread spread) {

    public AssignmentProposal {
        officers = List.copyOf(officers);
    }

    /**
     * @param current families the officer has now
     * @param proposed families the officer would have after the commit
     * @param villages what of it this proposal gives him
     */
    public record OfficerShare(
            UUID officerId, String name, String district, int current, int proposed, List<VillageShare> villages) {

        public OfficerShare {
            villages = List.copyOf(villages);
        }
    }

    /**
     * @param families what the proposal gives of this village
     * @param added how many of them change hands; the others the officer has already and keeps
     */
    public record VillageShare(String village, String name, int families, int added) {}

    public record Spread(int min, int max, double mean) {}
}
