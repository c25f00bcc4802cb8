package id.tuntas.rounds;

import id.tuntas.access.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The verification campaigns of a regency. */
public interface Rounds {

    /** Throws {@link id.tuntas.platform.Refusal} 404 for a code that is not known. */
    Round get(String regencyCode, String code);

    Optional<Round> find(String regencyCode, UUID id);

    /** The open round; of several, the one that opened last. */
    Optional<Round> current(String regencyCode);

    /** All rounds, the newest first. */
    List<Round> list(String regencyCode);

    Round create(Actor actor, NewRound round);

    /** Changes a round; its code stays. Throws {@link id.tuntas.platform.Refusal} stale when somebody was faster. */
    Round revise(Actor actor, String code, int version, NewRound round);
}
