package id.tuntas.cases.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import id.tuntas.rounds.Round;
import id.tuntas.rounds.RoundState;
import id.tuntas.rounds.Rounds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Gives families to officers: checks, writes, and one ledger entry for each family. */
@Component
class HandOver {

    private static final int LONGEST_REASON = 500;
    private static final Set<CaseState> LEFT_TO_DO = Set.of(CaseState.LISTED, CaseState.ASSIGNED, CaseState.RETURNED);

    private final AssignmentStore store;
    private final CaseStore cases;
    private final Rounds rounds;
    private final Accounts accounts;
    private final Ledger ledger;

    HandOver(AssignmentStore store, CaseStore cases, Rounds rounds, Accounts accounts, Ledger ledger) {
        this.store = store;
        this.cases = cases;
        this.rounds = rounds;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    int assign(Actor actor, AssignFamilies command) {
        String reason = command.reason() == null ? "" : command.reason().strip();
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("/reason", "too-long", LONGEST_REASON);
        }
        if (command.caseIds().isEmpty() && command.villages().isEmpty()) {
            throw Refusal.invalid("/caseIds", "required");
        }
        List<FamilyCase> families = new ArrayList<>();
        families.addAll(named(actor, command));
        families.addAll(ofVillages(actor, command));
        int handed = 0;
        for (Map.Entry<UUID, List<FamilyCase>> round : families.stream()
                .collect(Collectors.groupingBy(FamilyCase::roundId))
                .entrySet()) {
            refuseWhenClosed(rounds.find(actor.regencyCode(), round.getKey()).orElseThrow());
            Map<FamilyCase, UUID> officers = new LinkedHashMap<>();
            round.getValue().forEach(family -> officers.put(family, command.officerId()));
            handed += hand(actor, round.getKey(), officers, reason);
        }
        return handed;
    }

    private List<FamilyCase> named(Actor actor, AssignFamilies command) {
        List<UUID> ids = command.caseIds().stream().distinct().toList();
        Map<UUID, FamilyCase> found = cases.lockAll(actor.regencyCode(), ids).stream()
                .collect(Collectors.toMap(FamilyCase::id, family -> family));
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < command.caseIds().size(); i++) {
            FamilyCase family = found.get(command.caseIds().get(i));
            if (family == null || !actor.may(Verb.CASE_ASSIGN, family.villageCode())) {
                throw Refusal.notFound();
            }
            if (family.state() == CaseState.APPROVED) {
                problems.add(new FieldProblem("/caseIds/" + i, "case-visited", List.of()));
            }
            requireOfficer(actor.regencyCode(), command.officerId(), family.villageCode(), "/officerId");
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return List.copyOf(found.values());
    }

    private List<FamilyCase> ofVillages(Actor actor, AssignFamilies command) {
        if (command.villages().isEmpty()) {
            return List.of();
        }
        for (String village : command.villages()) {
            if (!actor.may(Verb.CASE_ASSIGN, village)) {
                throw Refusal.notFound();
            }
            requireOfficer(actor.regencyCode(), command.officerId(), village, "/officerId");
        }
        Round round = rounds.current(actor.regencyCode())
                .orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "no-open-round"));
        Set<UUID> named = Set.copyOf(command.caseIds());
        return store.lockPool(actor.regencyCode(), round.id(), command.villages(), LEFT_TO_DO).stream()
                .filter(family -> !named.contains(family.id()))
                .toList();
    }

    /** Throws {@link Refusal} 422 unless this is an active officer whose region covers the village. */
    void requireOfficer(String regencyCode, UUID officerId, String village, String pointer) {
        boolean covers = accounts.find(regencyCode, officerId)
                .filter(account -> !account.disabled())
                .map(account -> covers(account, village))
                .orElse(false);
        if (!covers) {
            throw Refusal.invalid(pointer, "not-an-officer");
        }
    }

    private static boolean covers(Account account, String village) {
        return account.roles().stream()
                .filter(grant -> grant.role() == Role.OFFICER)
                .anyMatch(grant -> village.equals(grant.region()) || village.startsWith(grant.region() + "."));
    }

    static void refuseWhenClosed(Round round) {
        if (round.state() == RoundState.CLOSED) {
            throw new Refusal(HttpStatus.CONFLICT, "round-closed", round.name());
        }
    }

    /** Returns how many families changed hands; who has a family already keeps it without an entry. */
    int hand(Actor actor, UUID roundId, Map<FamilyCase, UUID> officers, String reason) {
        Map<FamilyCase, UUID> changes = new LinkedHashMap<>();
        officers.forEach((family, officer) -> {
            if (!officer.equals(family.officerId())) {
                changes.put(family, officer);
            }
        });
        if (changes.isEmpty()) {
            return 0;
        }
        store.hand(actor, roundId, changes, reason);
        List<Act> acts = new ArrayList<>();
        changes.forEach((family, officer) -> acts.add(new Act(
                actor.regencyCode(),
                actor.id(),
                "case.assigned",
                "case",
                family.id(),
                family.villageCode(),
                family.officerId() == null
                        ? Map.of("officer", officer.toString())
                        : Map.of(
                                "officer",
                                officer.toString(),
                                "before",
                                family.officerId().toString()),
                (family.id() + " " + officer + " " + reason).getBytes(StandardCharsets.UTF_8))));
        ledger.record(acts);
        return changes.size();
    }
}
