package id.tuntas.visits.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.cases.CaseState;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.Revisit;
import id.tuntas.visits.RevisitKind;
import id.tuntas.visits.Revisits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptRevisits implements Revisits {

    private static final int LONGEST_REASON = 500;

    private final RevisitStore store;
    private final Cases cases;
    private final Accounts accounts;
    private final Ledger ledger;

    KeptRevisits(RevisitStore store, Cases cases, Accounts accounts, Ledger ledger) {
        this.store = store;
        this.cases = cases;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID ask(Actor actor, UUID caseId, UUID officerId, RevisitKind kind, String reason) {
        FamilyCase family = cases.lock(actor.regencyCode(), caseId).orElseThrow(Refusal::notFound);
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("/reason", "too-long", LONGEST_REASON);
        }
        boolean officer = accounts.withRole(actor.regencyCode(), Role.OFFICER, actor.regencyCode()).stream()
                .anyMatch(account -> account.id().equals(officerId));
        if (!officer) {
            throw Refusal.invalid("/officerId", "unknown");
        }
        if (family.state() != CaseState.APPROVED) {
            throw new Refusal(HttpStatus.CONFLICT, "case-state", family.number().text());
        }
        if (store.openOf(actor.regencyCode(), caseId).isPresent()) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "revisit-open", family.number().text());
        }
        UUID id = store.insert(actor, caseId, officerId, kind, reason);
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "revisit.asked",
                "case",
                caseId,
                family.villageCode(),
                Map.of("revisit", id.toString(), "kind", kind.key(), "officer", officerId.toString()),
                (id + " " + kind.key() + " " + officerId + " " + reason).getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    @Override
    public List<Revisit> ofCase(String regencyCode, UUID caseId) {
        return store.ofCase(regencyCode, caseId);
    }
}
