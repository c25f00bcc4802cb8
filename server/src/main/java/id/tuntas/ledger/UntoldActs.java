package id.tuntas.ledger;

import java.util.function.Predicate;

/** A room some of whose acts nobody may know of yet; the ledger leaves them out of what it hands over. */
public interface UntoldActs {

    /** Which entries these are now. */
    Predicate<Entry> untold();
}
