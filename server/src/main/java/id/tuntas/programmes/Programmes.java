package id.tuntas.programmes;

import id.tuntas.access.Actor;
import java.util.List;
import java.util.UUID;

/** The catalogue of programmes. A rule that cannot be understood or run is never kept. */
public interface Programmes {

    /** All programmes, by pillar and name. */
    List<Programme> list(String regencyCode);

    /** Throws {@link id.tuntas.platform.Refusal} 404 for one that is not there. */
    Programme get(String regencyCode, UUID id);

    /** Every version of a programme's rule, the newest first. */
    List<KeptRule> rules(String regencyCode, UUID id);

    /** @throws id.tuntas.platform.Refusal 422 naming every field and the place in every expression that is wrong */
    Programme create(Actor actor, NewProgramme programme);

    /**
     * Changes a programme; its code stays. A changed rule becomes a new version.
     *
     * @throws id.tuntas.platform.Refusal as {@link #create}; 412 stale when somebody was faster
     */
    Programme revise(Actor actor, UUID id, int version, NewProgramme programme);

    /**
     * Starts the catalogue with the usual programmes of the country.
     *
     * @throws id.tuntas.platform.Refusal 409 catalogue-begun when there is one already
     */
    List<Programme> addUsual(Actor actor);
}
