package id.tuntas.decrees.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The decree of a round as its page shows it.
 *
 * @param tag of the draft, for who locks it
 * @param decrees the decree and its amendments in their order
 * @param prepares whether the person takes the draft to its signature
 * @param readsAll whether the person reads every family of the regency: papers, workbook and proofs are of the whole list
 * @param addable families that the draft has and the list in force has not; none before the decree
 * @param unfit families of the list in force that the draft would strike
 */
record DecreeShow(
        String round,
        String roundName,
        LocalDate asOf,
        DraftShow draft,
        String tag,
        List<LockedShow> decrees,
        List<LockedDistrict> districts,
        int addable,
        int unfit,
        boolean mayLock,
        boolean prepares,
        boolean readsAll) {

    /**
     * @param despite why it was locked although something held it back; empty otherwise
     * @param families in force from it on, as {@code persons} and {@code root}
     * @param listed families that it put on the list, and {@code struck} those that it took off
     */
    record LockedShow(
            int ordinal,
            String number,
            LocalDate decidedOn,
            Instant lockedAt,
            String lockedBy,
            String despite,
            int families,
            int persons,
            int listed,
            int struck,
            String root) {}

    /** Of the list in force. */
    record LockedDistrict(String code, String name, int families, int persons, List<LockedVillage> villages) {}

    record LockedVillage(String code, String name, int families, int persons) {}
}
