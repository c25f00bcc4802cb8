package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.internal.VisitQueries.ReturnedVisit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an officer has to do: his families, and what came back to him and why. */
@Component
class WorkList {

    record WorkView(long sequence, @Nullable RoundView round, List<FamilyView> families) {}

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
            @Nullable Instant visitedAt,
            int version) {}

    record MemberView(
            UUID memberId,
            int ordinal,
            String name,
            @Nullable String relationship,
            @Nullable Integer age,
            @Nullable String sex) {}

    private final Cases cases;
    private final Rounds rounds;
    private final Regions regions;
    private final OfficerLists lists;
    private final VisitQueries visits;
    private final BusinessClock clock;

    WorkList(
            Cases cases, Rounds rounds, Regions regions, OfficerLists lists, VisitQueries visits, BusinessClock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.regions = regions;
        this.lists = lists;
        this.visits = visits;
        this.clock = clock;
    }

    /** The sequence is read first: a change in between makes the client ask once more, never once too little. */
    WorkView of(Actor officer) {
        long sequence = cases.sequenceOf(officer.regencyCode(), officer.id());
        Map<UUID, ReturnedVisit> returned = visits.returnedTo(officer);
        List<FamilyView> families = lists.families(officer).stream()
                .map(family -> view(family, returned.get(family.family().id())))
                .toList();
        RoundView round =
                rounds.current(officer.regencyCode()).map(WorkList::view).orElse(null);
        return new WorkView(sequence, round, families);
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

    private FamilyView view(OfficerFamily listed, @Nullable ReturnedVisit returned) {
        FamilyCase family = listed.family();
        LocalDate today = clock.today();
        List<MemberView> members = new ArrayList<>();
        for (CaseMember member : listed.members()) {
            members.add(new MemberView(
                    member.id(),
                    members.size() + 1,
                    member.name(),
                    OfficerLists.relationship(member.relationship()),
                    member.ageOn(today),
                    OfficerLists.sex(member.sex())));
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
                family.state(),
                members,
                returned,
                family.visitedAt(),
                family.version());
    }
}
