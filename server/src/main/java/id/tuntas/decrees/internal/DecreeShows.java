package id.tuntas.decrees.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.decrees.internal.DecreeShow.LockedDistrict;
import id.tuntas.decrees.internal.DecreeShow.LockedShow;
import id.tuntas.decrees.internal.DecreeShow.LockedVillage;
import id.tuntas.decrees.internal.Locked.Effect;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Page;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the decree's page shows. */
@Component
class DecreeShows {

    private final DraftQueries drafts;
    private final DecreeQueries decrees;
    private final AnnexRows rows;
    private final Accounts accounts;
    private final Rounds rounds;
    private final Regions regions;
    private final BusinessClock clock;

    DecreeShows(
            DraftQueries drafts,
            DecreeQueries decrees,
            AnnexRows rows,
            Accounts accounts,
            Rounds rounds,
            Regions regions,
            BusinessClock clock) {
        this.drafts = drafts;
        this.decrees = decrees;
        this.rows = rows;
        this.accounts = accounts;
        this.rounds = rounds;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * @param edition of the meeting that decided; null before one did
     * @param overruled whether that meeting holds another finding than the review
     */
    record FamilyShow(
            UUID id,
            String number,
            String name,
            String address,
            String hamlet,
            String village,
            String villageName,
            String districtName,
            boolean nominated,
            int listed,
            int persons,
            Verdict verdict,
            @Nullable Integer edition,
            boolean overruled) {}

    /** A family on the list in force. @param verdict what the draft would say of it now; null when the family is no more */
    record ListedShow(AnnexRow row, @Nullable Verdict verdict) {}

    DecreeShow show(Actor actor, String roundCode) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        List<Candidate> candidates = drafts.candidates(actor, Verb.PROGRESS_READ, round.id());
        Draft draft = Draft.of(candidates);
        List<Locked> locked = decrees.decrees(actor.regencyCode(), round.id());
        List<Line> inForce = locked.isEmpty()
                ? List.of()
                : decrees.inForce(
                        actor.regencyCode(), round.id(), locked.getLast().ordinal(), actor.scope(Verb.PROGRESS_READ));
        Set<UUID> listed = inForce.stream().map(Line::familyId).collect(Collectors.toSet());
        return new DecreeShow(
                round.code(),
                round.name(),
                clock.today(),
                DraftShow.of(candidates, drafts.open(actor, round.id()), regions),
                draft.tag(),
                locked(actor, locked),
                districts(inForce),
                locked.isEmpty()
                        ? 0
                        : (int) draft.list().stream()
                                .filter(family -> !listed.contains(family.id()))
                                .count(),
                (int) candidates.stream()
                        .filter(family -> listed.contains(family.id()) && isUnfit(family.verdict()))
                        .count(),
                actor.may(Verb.DECREE_LOCK, actor.regencyCode()),
                locked.isEmpty() && Annexes.prepares(actor),
                actor.may(Verb.CASE_READ, actor.regencyCode()));
    }

    private List<LockedShow> locked(Actor actor, List<Locked> decrees) {
        Map<UUID, String> names = accounts.names(
                actor.regencyCode(), decrees.stream().map(Locked::lockedBy).toList());
        List<LockedShow> shows = new ArrayList<>();
        for (Locked decree : decrees) {
            List<Line> lines = this.decrees.lines(actor.regencyCode(), decree.id());
            int struck = (int) lines.stream()
                    .filter(line -> line.effect() == Effect.STRUCK)
                    .count();
            shows.add(new LockedShow(
                    decree.ordinal(),
                    decree.number(),
                    decree.decidedOn(),
                    decree.lockedAt(),
                    names.getOrDefault(decree.lockedBy(), ""),
                    decree.despite(),
                    decree.families(),
                    decree.persons(),
                    lines.size() - struck,
                    struck,
                    decree.root()));
        }
        return shows;
    }

    /** Totals as they were locked. */
    List<LockedDistrict> districts(List<Line> lines) {
        Map<String, List<AnnexRow>> byDistrict = lines.stream()
                .map(rows::read)
                .collect(Collectors.groupingBy(AnnexRow::district, TreeMap::new, Collectors.toList()));
        return byDistrict.values().stream()
                .map(families -> new LockedDistrict(
                        families.getFirst().district(),
                        families.getFirst().districtName(),
                        families.size(),
                        persons(families),
                        families.stream()
                                .collect(Collectors.groupingBy(AnnexRow::village, TreeMap::new, Collectors.toList()))
                                .values()
                                .stream()
                                .map(village -> new LockedVillage(
                                        village.getFirst().village(),
                                        village.getFirst().villageName(),
                                        village.size(),
                                        persons(village)))
                                .toList()))
                .toList();
    }

    private static int persons(List<AnnexRow> families) {
        return families.stream().mapToInt(AnnexRow::persons).sum();
    }

    /**
     * The list as it stood on a day, by village and number; empty before the first decree. Throws {@link Refusal} 422 for a day to come.
     *
     * @param unfit only those whom the draft would no longer name
     */
    Page<ListedShow> listed(
            Actor actor, String roundCode, @Nullable LocalDate day, boolean unfit, String after, int limit) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        Locked decree = decrees.findOn(actor.regencyCode(), round.id(), Annexes.asOf(day, clock.today()))
                .orElse(null);
        if (decree == null) {
            return new Page<>(List.of(), null);
        }
        Map<UUID, Verdict> verdicts = drafts.candidates(actor, Verb.CASE_READ, round.id()).stream()
                .collect(Collectors.toMap(Candidate::id, Candidate::verdict));
        List<ListedShow> shown =
                decrees.inForce(actor.regencyCode(), round.id(), decree.ordinal(), actor.scope(Verb.CASE_READ)).stream()
                        .map(rows::read)
                        .filter(row -> key(row).compareTo(after) > 0)
                        .filter(row -> !unfit || isUnfit(verdicts.get(row.family())))
                        .sorted(Comparator.comparing(DecreeShows::key))
                        .limit(limit + 1L)
                        .map(row -> new ListedShow(row, verdicts.get(row.family())))
                        .toList();
        return Page.of(shown, limit, one -> key(one.row()));
    }

    private static boolean isUnfit(@Nullable Verdict verdict) {
        return verdict != null && verdict.kind() == Verdict.Kind.OUT;
    }

    private static String key(AnnexRow row) {
        return row.village() + "/" + row.number();
    }

    /**
     * By village and number.
     *
     * @param after key of the last one seen
     * @param addable only those that the list in force has not
     */
    Page<FamilyShow> families(
            Actor actor, String roundCode, Verdict verdict, boolean addable, String after, int limit) {
        Round round = rounds.get(actor.regencyCode(), roundCode);
        Set<UUID> listed = addable ? inForce(actor, round.id()) : Set.of();
        List<FamilyShow> families = drafts.candidates(actor, Verb.CASE_READ, round.id()).stream()
                .filter(family -> family.verdict() == verdict && !listed.contains(family.id()))
                .filter(family -> key(family).compareTo(after) > 0)
                .sorted(Comparator.comparing(DecreeShows::key))
                .limit(limit + 1L)
                .map(this::family)
                .toList();
        return Page.of(families, limit, row -> row.village() + "/" + row.number());
    }

    private Set<UUID> inForce(Actor actor, UUID roundId) {
        return decrees.inForce(actor.regencyCode(), roundId, Integer.MAX_VALUE, actor.scope(Verb.CASE_READ)).stream()
                .map(Line::familyId)
                .collect(Collectors.toSet());
    }

    private static String key(Candidate family) {
        return family.village() + "/" + family.number();
    }

    private FamilyShow family(Candidate family) {
        return new FamilyShow(
                family.id(),
                family.number(),
                family.name(),
                family.address(),
                family.hamlet(),
                family.village(),
                regions.name(family.village()),
                regions.name(family.district()),
                family.nominated(),
                family.listed(),
                family.persons(),
                family.verdict(),
                family.meeting() == null ? null : family.meeting().edition(),
                family.overruled());
    }
}
