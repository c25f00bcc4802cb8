package id.tuntas.rosterfile.check;

/** Where each NIK was first seen: a table of two numbers, because a province has millions of them. */
final class Places {

    static final long NONE = -1;

    private long[] keys = new long[1 << 12];
    private long[] places = new long[1 << 12];
    private int count;

    /** The first place of the key, or {@link #NONE} when this is it. */
    long firstOrAdd(long key, long place) {
        if (count * 2 > keys.length) {
            grow();
        }
        int slot = slot(keys, key);
        if (keys[slot] == key) {
            return places[slot];
        }
        keys[slot] = key;
        places[slot] = place;
        count++;
        return NONE;
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldPlaces = places;
        keys = new long[oldKeys.length * 2];
        places = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    static long place(int sheet, int row) {
        return (long) sheet << 32 | row;
    }

    static int sheet(long place) {
        return (int) (place >>> 32);
    }

    static int row(long place) {
        return (int) place;
    }
}
