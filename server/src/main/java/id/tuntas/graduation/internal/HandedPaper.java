package id.tuntas.graduation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.cases.Cases;
import id.tuntas.cases.FamilyCase;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The village's paper of a graduation as it leaves the house, for it names the family. */
@Component
class HandedPaper {

    private final GraduationQueries queries;
    private final Cases cases;
    private final Ledger ledger;

    HandedPaper(GraduationQueries queries, Cases cases, Ledger ledger) {
        this.queries = queries;
        this.cases = cases;
        this.ledger = ledger;
    }

    /** Its SHA-256; records that the actor takes it, and for what. Throws {@link id.tuntas.platform.Refusal} 404 where he may read of none. */
    @Transactional
    public String take(Actor actor, UUID id, Purpose purpose) {
        String sha256 = queries.paperOf(actor, id);
        FamilyCase family =
                cases.find(actor.regencyCode(), queries.familyOf(actor, id)).orElseThrow();
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "graduation.exported",
                "case",
                family.id(),
                family.villageCode(),
                Map.of("graduation", id.toString(), "purpose", purpose.key()),
                sha256.getBytes(StandardCharsets.US_ASCII)));
        return sha256;
    }
}
