package id.tuntas.visits.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.internal.FieldConflicts.FieldConflict;
import id.tuntas.visits.internal.VisitQueries.ReturnedVisit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an officer has to do: his families, and what came back to him and why. */
@Component
class WorkList {

    private static final String DISTRICT_CODE = "51.08.01";

    /**
     * @param full whether it names everything; else what changed since the number the client has
     * @param removed families that are no longer the officer's
     * @param villages all of the districts he works in, always: where a family lives whose house nobody has located yet, and where he may meet
     *     one that no list names; of all his regions as long as he has no family
     * @param conflicts all open ones, always
     * @param remarks what the office noted of visits that wait for it and that holds none of them back, always
     * @param asOf of the office's business clock, which the demo plays; {@code serverTime} is the real one there too
     */
    record WorkView(
            long sequence,
            boolean full,
            @Nullable RoundView round,
            List<FamilyView> families,
            List<UUID> removed,
            List<VillageView> villages,
            List<FieldConflict> conflicts,
            List<FieldConflict> remarks,
            Instant asOf,
            Instant serverTime) {}

    record RoundView(
            String code,
            String name,
            LocalDate deadline,
            String formId,
            String formVersion,
            int attemptsBeforeNotFound) {}

    record FamilyView(
            UUID id,
            String number,
            String name,
            String address,
            String hamlet,
            String village,
            String villageName,
            @Nullable Double lat,
            @Nullable Double lng,
            CaseState state,
            List<MemberView> members,
            @Nullable ReturnedVisit returned,
            @Nullable RevisitView revisit,
            @Nullable Instant visitedAt,
            int version) {}

    /** Why he goes there once more; {@code state} of the family is that of this visit then. */
    record RevisitView(RevisitKind kind, String reason, Instant at) {}

    record VillageView(
            String code,
            String name,
            String district,
            @Nullable Double lat,
            @Nullable Double lng) {}

    record MemberView(
            UUID memberId,
            int ordinal,
            String name,
            @Nullable String relationship,
            @Nullable Integer age,
            @Nullable String sex,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nik) {}

    private final Cases cases;
    private final Rounds rounds;
    private final Regions regions;
    private final OfficerLists lists;
    private final RevisitStore revisits;
    private final VisitQueries visits;
    private final FieldConflicts conflicts;
    private final BusinessClock businessClock;
    private final Clock clock;

    WorkList(
            Cases cases,
            Rounds rounds,
            Regions regions,
            OfficerLists lists,
            RevisitStore revisits,
            VisitQueries visits,
            FieldConflicts conflicts,
            BusinessClock businessClock,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.regions = regions;
        this.lists = lists;
        this.revisits = revisits;
        this.visits = visits;
        this.conflicts = conflicts;
        this.businessClock = businessClock;
        this.clock = clock;
    }

    /**
     * The sequence is read first: a change in between makes the client ask once more, never once too little.
     *
     * @param since the number the client has; null for everything
     * @param withNik whether the phone may hold identity numbers
     */
    WorkView of(Actor officer, @Nullable Long since, boolean withNik, Locale locale) {
        String regency = officer.regencyCode();
        long sequence = cases.sequenceOf(regency, officer.id());
        boolean full = since == null || !cases.hasHad(regency, officer.id(), since);
        Set<UUID> changed = full ? Set.of() : cases.changedSince(regency, officer.id(), since);
        Map<UUID, ReturnedVisit> returned = visits.returnedTo(officer);
        Map<UUID, Revisit> again = revisits.openFor(regency, officer.id()).stream()
                .collect(Collectors.toMap(Revisit::caseId, Function.identity(), (former, later) -> former));
        List<OfficerFamily> his = lists.families(officer);
        Set<UUID> removed = new HashSet<>(changed);
        his.forEach(family -> removed.remove(family.family().id()));
        List<FamilyView> families = his.stream()
                .filter(family -> full || changed.contains(family.family().id()))
                .map(family -> view(
                        family,
                        returned.get(family.family().id()),
                        again.get(family.family().id()),
                        withNik))
                .toList();
        return new WorkView(
                sequence,
                full,
                rounds.current(regency).map(WorkList::view).orElse(null),
                families,
                removed.stream().sorted().toList(),
                villagesAround(officer, his),
                conflicts.of(officer, locale),
                conflicts.beside(officer, locale),
                businessClock.now(),
                clock.instant());
    }

    /** @param visit state of the visit that stands for a re-visit */
    private static CaseState state(@Nullable VisitState visit) {
        if (visit == null) {
            return CaseState.ASSIGNED;
        }
        return visit == VisitState.RETURNED ? CaseState.RETURNED : CaseState.VISITED;
    }

    private List<VillageView> villagesAround(Actor officer, List<OfficerFamily> his) {
        Stream<String> around = his.isEmpty()
                ? officer.regionsOf(Role.OFFICER).stream().map(WorkList::districtOf)
                : his.stream().map(listed -> listed.family().districtCode());
        return around.distinct()
                .flatMap(region -> regions.list("village", region).stream())
                .distinct()
                .sorted(Comparator.comparing(Region::code))
                .map(village -> new VillageView(
                        village.code(),
                        village.name(),
                        regions.name(districtOf(village.code())),
                        village.lat(),
                        village.lng()))
                .toList();
    }

    /** The district that holds a village; a wider region is given back as it is. */
    private static String districtOf(String region) {
        return region.substring(0, Math.min(region.length(), DISTRICT_CODE.length()));
    }

    private static RoundView view(Round round) {
        return new RoundView(
                round.code(),
                round.name(),
                round.deadline(),
                round.formId(),
                round.formVersion(),
                round.attemptsBeforeNotFound());
    }

    private FamilyView view(
            OfficerFamily listed, @Nullable ReturnedVisit returned, @Nullable Revisit revisit, boolean withNik) {
        FamilyCase family = listed.family();
        LocalDate today = businessClock.today();
        List<MemberView> members = new ArrayList<>();
        for (CaseMember member : listed.members()) {
            members.add(new MemberView(
                    member.id(),
                    members.size() + 1,
                    member.name(),
                    OfficerLists.relationship(member.relationship()),
                    member.ageOn(today),
                    OfficerLists.sex(member.sex()),
                    withNik ? member.nik() : null));
        }
        return new FamilyView(
                family.id(),
                family.number().text(),
                family.headName(),
                family.address(),
                family.hamlet(),
                family.villageCode(),
                regions.name(family.villageCode()),
                family.lat(),
                family.lng(),
                revisit == null ? family.state() : state(revisit.state()),
                members,
                returned,
                revisit == null ? null : new RevisitView(revisit.kind(), revisit.reason(), revisit.askedAt()),
                revisit == null ? family.visitedAt() : null,
                family.version());
    }
}
