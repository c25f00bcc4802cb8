package id.tuntas.sharing.internal;

/**
 * What there is no more of than this.
 *
 * @param owner of a quota the programme's id, of a budget who pays
 * @param area of a quota; empty for a budget
 * @param limit units of a quota, rupiah of a budget
 * @param used by what was asked already
 */
record Cap(Kind kind, String owner, String area, long limit, long used) {

    enum Kind {
        QUOTA,
        BUDGET
    }

    long left() {
        return Math.max(0, limit - used);
    }
}
