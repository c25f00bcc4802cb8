package id.tuntas.decrees.internal;

import id.tuntas.decrees.internal.DraftQueries.Open;
import id.tuntas.regions.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The draft as its page shows it: what is on the list, how that differs from the roster, and what holds it back.
 *
 * @param list on it now
 * @param kept of the roster, on it
 * @param added on it, of no roster
 * @param unsettled of the roster, neither kept nor struck yet
 * @param struck of the roster, not on it
 * @param holdups nothing that is not there
 */
record DraftShow(
        int villages,
        int villagesDone,
        Count list,
        Count roster,
        Count kept,
        Count added,
        Count unsettled,
        List<Reason> struck,
        List<Holdup> holdups,
        List<DistrictShow> districts) {

    record Reason(Verdict verdict, Count count) {}

    /**
     * @param code a verdict that waits, or unsigned, secondLook, conflict, nomination, petition
     * @param unit family, village, visit, nomination or petition
     */
    record Holdup(String code, String unit, int count) {}

    record DistrictShow(String code, String name, int villagesDone, Count list, List<VillageShow> villages) {}

    /**
     * @param state of its meeting: none, open or closed
     * @param pending families that are not settled
     */
    record VillageShow(
            String code,
            String name,
            String state,
            @Nullable UUID meetingId,
            int families,
            int pending,
            Count list) {}

    static DraftShow of(List<Candidate> families, Open open, Regions regions) {
        Draft draft = Draft.of(families);
        List<DistrictShow> districts = districts(families, regions);
        return new DraftShow(
                districts.stream().mapToInt(one -> one.villages().size()).sum(),
                districts.stream().mapToInt(DistrictShow::villagesDone).sum(),
                draft.all(),
                draft.roster(),
                draft.kept(),
                draft.added(),
                draft.unsettled(),
                draft.struck().entrySet().stream()
                        .map(one -> new Reason(one.getKey(), one.getValue()))
                        .toList(),
                holdups(draft, open),
                districts);
    }

    private static List<Holdup> holdups(Draft draft, Open open) {
        List<Holdup> holdups = new ArrayList<>();
        draft.pending().forEach((verdict, count) -> holdups.add(new Holdup(verdict.key(), "family", count.families())));
        holdups.add(new Holdup("unsigned", "village", open.unsigned()));
        holdups.add(new Holdup("secondLook", "visit", open.secondLooks()));
        holdups.add(new Holdup("conflict", "visit", open.conflicts()));
        holdups.add(new Holdup("nomination", "nomination", open.nominations()));
        holdups.add(new Holdup("petition", "petition", open.petitions()));
        return holdups.stream().filter(holdup -> holdup.count() > 0).toList();
    }

    private static List<DistrictShow> districts(List<Candidate> families, Regions regions) {
        Map<String, List<VillageShow>> villages = new TreeMap<>();
        families.stream()
                .collect(Collectors.groupingBy(Candidate::village, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(one -> villages.computeIfAbsent(one.getFirst().district(), code -> new ArrayList<>())
                        .add(village(one, regions)));
        return villages.entrySet().stream()
                .map(one -> new DistrictShow(
                        one.getKey(),
                        regions.name(one.getKey()),
                        (int) one.getValue().stream()
                                .filter(village -> village.state().equals("closed"))
                                .count(),
                        one.getValue().stream().map(VillageShow::list).reduce(Count.NONE, Count::plus),
                        one.getValue()))
                .toList();
    }

    private static VillageShow village(List<Candidate> families, Regions regions) {
        Candidate first = families.getFirst();
        Candidate.Meeting meeting = first.meeting();
        return new VillageShow(
                first.village(),
                regions.name(first.village()),
                meeting == null ? "none" : meeting.closed() ? "closed" : "open",
                meeting == null ? null : meeting.id(),
                families.size(),
                (int) families.stream()
                        .filter(family -> family.verdict().kind() == Verdict.Kind.PENDING)
                        .count(),
                Count.of(families.stream()
                        .filter(family -> family.verdict() == Verdict.LISTED)
                        .toList()));
    }
}
