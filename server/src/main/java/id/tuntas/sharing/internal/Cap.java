package id.tuntas.sharing.internal;

import java.util.UUID;

/**
 * What there is no more of than this.
 *
 * @param owner the programme's id, of a budget who pays
 * @param area empty for a budget
 * @param limit units of a quota, else rupiah
 * @param used by what was asked already
 */
record Cap(Kind kind, String owner, String area, long limit, long used) {

    enum Kind {
        QUOTA,
        /** A quota in rupiah. */
        MONEY,
        BUDGET
    }

    boolean holds(UUID programme, String village) {
        return kind != Kind.BUDGET && owner.equals(programme.toString()) && (village + ".").startsWith(area + ".");
    }

    long left() {
        return Math.max(0, limit - used);
    }
}
