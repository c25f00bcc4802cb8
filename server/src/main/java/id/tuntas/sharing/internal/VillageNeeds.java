package id.tuntas.sharing.internal;

/** @param open needs of the village's families, met already or not @param met already */
record VillageNeeds(String village, long open, long met) {

    /** How much smaller the village's part of {@link #inequality} gets when this many more needs are met. */
    long relief(long more) {
        return inequality(0) - inequality(more);
    }

    /** Least in sum, for the same number of needs met, when every village has the same share of its needs left. */
    long inequality(long more) {
        long left = open - met - more;
        return left * left * 1000 / open;
    }
}
