package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.VisitSummary;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent, byte for byte. It holds the family card's number in clear, as no screen of the office does. */
@Component
class SentInstance {

    private final VisitQueries queries;
    private final Ledger ledger;

    SentInstance(VisitQueries queries, Ledger ledger) {
        this.queries = queries;
        this.ledger = ledger;
    }

    /**
     * For the officer who sent it or to whom it came back; anybody else needs the right to see numbers in clear, and that he looked is an
     * act of its own. Throws {@link Refusal} 404 and 403.
     */
    @Transactional
    public byte[] read(Actor actor, VisitSummary visit) {
        byte[] xml = queries.xml(actor.regencyCode(), visit.id()).orElseThrow(Refusal::notFound);
        if (!visit.officerId().equals(actor.id()) && actor.may(Verb.CASE_READ, visit.region())) {
            actor.require(Verb.NIK_UNMASK, visit.region());
            ledger.record(new Act(
                    actor.regencyCode(),
                    actor.id(),
                    "visit.read-in-clear",
                    "visit",
                    visit.id(),
                    visit.region(),
                    Map.of(),
                    xml));
        }
        return xml;
    }
}
