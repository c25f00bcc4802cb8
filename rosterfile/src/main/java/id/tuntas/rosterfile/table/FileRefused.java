package id.tuntas.rosterfile.table;

import java.util.Locale;

/** A file that is refused whole, for one reason that can be said in one sentence. */
public final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public FileRefused(Reason reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        NOT_FOUND(false),
        FOLDER(false),
        EMPTY(false),
        PDF(false),
        OLD_OR_ENCRYPTED(false),
        NOT_A_TABLE(false),
        DAMAGED(false),
        MACROS(false),
        DOCTYPE(false),
        INFLATES_TOO_FAR(true),
        TOO_MANY_PARTS(true),
        TOO_MANY_COLUMNS(true),
        TOO_MANY_ROWS(true),
        TOO_MUCH_TEXT(true),
        CELL_TOO_LONG(true);

        private final boolean tooLarge;

        Reason(boolean tooLarge) {
            this.tooLarge = tooLarge;
        }

        /** Refused for its size, not for what it is. */
        public boolean tooLarge() {
            return tooLarge;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
