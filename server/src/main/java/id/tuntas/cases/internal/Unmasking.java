package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the identity numbers of a family to somebody who needs them, and records that he saw them. */
@Component
class Unmasking {

    record Unmasked(List<MemberNik> members, @Nullable String kk) {}

    record MemberNik(UUID id, @Nullable String nik) {}

    private final CaseStore store;
    private final Ledger ledger;

    Unmasking(CaseStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @Transactional
    public Unmasked unmask(Actor actor, UUID caseId) {
        actor.require(Verb.NIK_UNMASK);
        FamilyCase family = store.find(actor.regencyCode(), caseId)
                .filter(found -> actor.may(Verb.NIK_UNMASK, found.villageCode()))
                .orElseThrow(Refusal::notFound);
        List<MemberNik> members = store.members(actor.regencyCode(), List.of(caseId)).stream()
                .map(member -> new MemberNik(member.id(), member.nik()))
                .toList();
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "case.nik-unmasked",
                "case",
                caseId,
                family.villageCode(),
                Map.of("members", members.size()),
                caseId.toString().getBytes(StandardCharsets.UTF_8)));
        return new Unmasked(members, family.kk());
    }
}
