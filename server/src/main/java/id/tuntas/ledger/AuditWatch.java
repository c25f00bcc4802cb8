package id.tuntas.ledger;

/** Whoever waits for an audit. */
@FunctionalInterface
public interface AuditWatch {

    /** What an audit goes through, in this order. */
    enum Stage {
        ENTRIES,
        RECORDS,
        FILES
    }

    void at(Stage stage, long done, long total);
}
