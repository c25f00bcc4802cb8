package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers of single meetings that leave the house, for the families stand in them by name. */
@Component
class HandedPapers {

    enum Form {
        AGENDA("agenda"),
        MINUTES("minutes"),
        SIGNED("signed");

        private final String key;

        Form(String key) {
            this.key = key;
        }
    }

    private final Ledger ledger;

    HandedPapers(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Notes that the actor takes one, and for what. */
    @Transactional
    public void note(Actor actor, MeetingShow meeting, Form form, Purpose purpose) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "meeting.exported",
                "meeting",
                meeting.id(),
                meeting.village(),
                Map.of("edition", meeting.edition(), "form", form.key, "purpose", purpose.key()),
                form.key.getBytes(StandardCharsets.US_ASCII)));
    }
}
