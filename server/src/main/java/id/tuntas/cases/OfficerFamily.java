package id.tuntas.cases;

import java.util.List;

/** A family on an officer's work list, with the people the roster lists. */
public record OfficerFamily(FamilyCase family, List<CaseMember> members) {

    public OfficerFamily {
        members = List.copyOf(members);
    }
}
