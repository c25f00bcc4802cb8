package id.tuntas.programmes;

import id.tuntas.access.Actor;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The agencies that programmes belong to, and who answers for each. */
public interface Agencies {

    /** All agencies, by name. */
    List<Agency> list(String regencyCode);

    /**
     * Says who answers for an agency from now on; whoever is not named any more sees its families no longer.
     *
     * @throws id.tuntas.platform.Refusal 404 for an agency that is not there; 422 for a person without the role of an agency
     */
    void appoint(Actor actor, UUID agencyId, Set<UUID> people);

    /** @param people who answers for it */
    record Agency(UUID id, String name, List<UUID> people) {
        public Agency {
            people = List.copyOf(people);
        }
    }
}
