package id.tuntas.access;

import java.util.Optional;
import java.util.UUID;

/**
 * The key in an officer's OpenRosa address. It is derived from the account and the installation's secret, so nothing is stored that could
 * be stolen from the database, and a new one ends the old.
 */
public interface CollectKeys {

    String keyOf(String regencyCode, UUID accountId);

    /** The officer behind a key; empty for a key that is false, replaced, or of a disabled account. */
    Optional<Actor> resolve(String key);

    /** Ends the present key, as for a lost phone. */
    void replace(Actor actor, UUID accountId);
}
