package id.tuntas.decrees.internal;

import id.tuntas.decrees.internal.Verdict.Kind;
import id.tuntas.platform.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The decree as it would be now. What the roster lists is, family by family, either kept, struck or not settled yet; beside it stand those
 * that no roster lists.
 *
 * @param list the families on it, by village and number
 * @param unsettled of the roster
 * @param pending also of no roster
 */
record Draft(
        List<Candidate> list,
        Count all,
        Count roster,
        Count kept,
        Count added,
        Count unsettled,
        Map<Verdict, Count> struck,
        Map<Verdict, Count> pending) {

    private static final Comparator<Candidate> BY_PLACE =
            Comparator.comparing(Candidate::village).thenComparing(Candidate::number);

    static Draft of(List<Candidate> families) {
        List<Candidate> list = families.stream()
                .filter(family -> family.verdict() == Verdict.LISTED)
                .sorted(BY_PLACE)
                .toList();
        List<Candidate> roster =
                families.stream().filter(family -> !family.nominated()).toList();
        return new Draft(
                list,
                Count.of(list),
                Count.of(roster),
                Count.of(list.stream().filter(family -> !family.nominated()).toList()),
                Count.of(list.stream().filter(Candidate::nominated).toList()),
                Count.of(roster.stream()
                        .filter(family -> family.verdict().kind() == Kind.PENDING)
                        .toList()),
                counts(roster, Kind.OUT),
                counts(families, Kind.PENDING));
    }

    /** Changes whenever the list does, or the visit or meeting on which a family is on it. */
    String tag() {
        MessageDigest sha = Hashes.sha256();
        for (Candidate family : list) {
            Candidate.Meeting meeting = Objects.requireNonNull(family.meeting());
            sha.update((family.number() + " " + family.visitId() + " " + meeting.id() + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return Hashes.hex(sha.digest());
    }

    private static Map<Verdict, Count> counts(List<Candidate> families, Kind kind) {
        return families.stream()
                .filter(family -> family.verdict().kind() == kind)
                .collect(Collectors.groupingBy(
                        Candidate::verdict,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Count::of)));
    }
}
