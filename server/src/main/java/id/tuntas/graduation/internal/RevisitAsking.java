package id.tuntas.graduation.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.cases.FamilyCase;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits;
import id.tuntas.visits.VisitState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who is asked to visit a family again after help has arrived. */
@Component
class RevisitAsking {

    private final Revisits revisits;
    private final GroundQueries grounds;
    private final Accounts accounts;

    RevisitAsking(Revisits revisits, GroundQueries grounds, Accounts accounts) {
        this.revisits = revisits;
        this.grounds = grounds;
        this.accounts = accounts;
    }

    UUID byOfficer(Actor actor, FamilyCase family, UUID officerId, String reason) {
        boolean his = accounts.find(actor.regencyCode(), officerId).isPresent()
                && accounts.actor(actor.regencyCode(), officerId).may(Verb.VISIT_SUBMIT, family.villageCode());
        if (!his) {
            throw Refusal.invalid("/officerId", "unknown");
        }
        requireHelped(family);
        return revisits.ask(actor, family.id(), officerId, RevisitKind.DELIVERY, reason);
    }

    /** Each by an officer of its own. */
    void each(Actor actor, List<FamilyCase> families, String reason) {
        List<UUID> officers = officers(actor.regencyCode());
        for (FamilyCase family : families) {
            requireHelped(family);
            revisits.ask(actor, family.id(), officerFor(family, officers), RevisitKind.DELIVERY, reason);
        }
    }

    /** Whoever is on the way there anyway is enough. */
    void onceMore(Actor actor, FamilyCase family, String reason) {
        Optional<Revisit> onTheWay =
                revisits.findOpen(actor.regencyCode(), family.id()).filter(open -> open.kind() != RevisitKind.WATCH);
        if (onTheWay.filter(open -> open.state() == VisitState.RECEIVED).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "visit-waits");
        }
        if (onTheWay.isEmpty()) {
            revisits.ask(
                    actor,
                    family.id(),
                    officerFor(family, officers(actor.regencyCode())),
                    RevisitKind.DELIVERY,
                    reason);
        }
    }

    private List<UUID> officers(String regencyCode) {
        return accounts.withRole(regencyCode, Role.OFFICER, regencyCode).stream()
                .map(Account::id)
                .toList();
    }

    private UUID officerFor(FamilyCase family, List<UUID> officers) {
        return officers.stream()
                .sorted(Comparator.comparing(one -> !one.equals(family.officerId())))
                .filter(one -> accounts.actor(family.regencyCode(), one).may(Verb.VISIT_SUBMIT, family.villageCode()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        HttpStatus.CONFLICT, "revisit-nobody", family.number().text()));
    }

    private void requireHelped(FamilyCase family) {
        Grounds on = grounds.of(family.regencyCode(), family.roundId(), family.id());
        if (!on.decreed() || on.receivedOn() == null) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "revisit-not-helped", family.number().text());
        }
    }
}
