package id.tuntas.interventions;

import id.tuntas.access.Actor;
import id.tuntas.interventions.Delivery.Proof;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the families' officers say about deliveries. */
public interface Confirmations {

    /**
     * Says what an officer found at the family. The same word again changes nothing.
     *
     * @param version of the delivery that he saw
     * @return whether the word is new
     * @throws id.tuntas.platform.Refusal 404 for one of a family that is not his; 412 stale when something was said meanwhile; 409
     *     intervention-step when nothing was delivered; 422 for a day that has not come or lies before the delivery, without the note that it needs, and for something received without a place, a
     *     photo, or the reason why neither
     */
    boolean say(Actor officer, UUID id, int version, Word word);

    /**
     * @param id given by the phone; the same word has the same one however often it is sent
     * @param state received, missing or different
     * @param seenOn the day he was there
     * @param note needed when something else arrived
     * @param place where the phone was; null when it could not say
     * @param unplaced why something received has neither a place nor a photo; null or blank when nobody says
     * @param proofs photos, or none
     */
    record Word(
            UUID id,
            InterventionState state,
            LocalDate seenOn,
            String note,
            @Nullable Place place,
            @Nullable String unplaced,
            List<Proof> proofs) {
        public Word {
            if (!state.isSeenByOfficer()) {
                throw new IllegalArgumentException("no officer says " + state);
            }
            proofs = List.copyOf(proofs);
        }
    }

    /** @param accuracy metres */
    record Place(double lat, double lng, double accuracy) {

        public boolean isOnEarth() {
            return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && accuracy >= 0 && Double.isFinite(accuracy);
        }
    }
}
