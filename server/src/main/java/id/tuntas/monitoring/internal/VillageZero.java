package id.tuntas.monitoring.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a village is at zero: nobody is left who waits, its meeting has spoken on everybody who left the list, and nobody has proposed a
 * family that waits for an answer.
 *
 * @param open families that are still to be helped or examined
 * @param meetingClosed whether its newest meeting is over
 * @param unspoken families that left because they were examined, on whose visit that meeting has not decided
 * @param nominations that wait
 */
record VillageZero(int open, boolean meetingClosed, int unspoken, int nominations) {

    enum Missing {
        OPEN_FAMILIES("openFamilies"),
        MEETING("meeting"),
        WORD("word"),
        NOMINATIONS("nominations");

        private final String key;

        Missing(String key) {
            this.key = key;
        }

        @JsonValue
        String key() {
            return key;
        }
    }

    /** Empty for a village at zero. */
    List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        if (open > 0) {
            missing.add(Missing.OPEN_FAMILIES);
        }
        if (!meetingClosed) {
            missing.add(Missing.MEETING);
        } else if (unspoken > 0) {
            missing.add(Missing.WORD);
        }
        if (nominations > 0) {
            missing.add(Missing.NOMINATIONS);
        }
        return missing;
    }
}
