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
import id.tuntas.visits.VisitState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        boolean asked = store.ofCase(actor.regencyCode(), caseId).stream()
                .anyMatch(one -> one.isOpen() && (one.kind() == RevisitKind.WATCH) == (kind == RevisitKind.WATCH));
        if (asked) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "revisit-open", family.number().text());
        }
        UUID id = store.insert(actor, caseId, officerId, kind, reason);
        record(actor, family, "revisit.asked", id, kind, officerId, reason);
        return id;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void callOff(Actor actor, UUID caseId, String reason) {
        FamilyCase family = cases.lock(actor.regencyCode(), caseId).orElseThrow(Refusal::notFound);
        Revisit open = store.openOf(actor.regencyCode(), caseId)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.CONFLICT, "revisit-none", family.number().text()));
        if (open.state() == VisitState.RECEIVED) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "revisit-waits", family.number().text());
        }
        store.callOff(actor, open.id(), reason);
        record(actor, family, "revisit.called-off", open.id(), open.kind(), open.officerId(), reason);
    }

    @Override
    public Optional<Revisit> find(String regencyCode, UUID id) {
        return store.find(regencyCode, id);
    }

    @Override
    public Optional<Revisit> findOpen(String regencyCode, UUID caseId) {
        return store.openOf(regencyCode, caseId);
    }

    @Override
    public List<OpenRevisit> open(String regencyCode, UUID roundId, String[] scope) {
        return store.open(regencyCode, roundId, scope);
    }

    @Override
    public Set<UUID> secret(String regencyCode) {
        return store.secret(regencyCode);
    }

    @Override
    public List<Revisit> ofCase(String regencyCode, UUID caseId) {
        return store.ofCase(regencyCode, caseId);
    }

    private void record(
            Actor actor, FamilyCase family, String verb, UUID id, RevisitKind kind, UUID officerId, String reason) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                verb,
                "case",
                family.id(),
                family.villageCode(),
                Map.of("revisit", id.toString(), "kind", kind.key(), "officer", officerId.toString()),
                (id + " " + kind.key() + " " + officerId + " " + reason).getBytes(StandardCharsets.UTF_8)));
    }
}
