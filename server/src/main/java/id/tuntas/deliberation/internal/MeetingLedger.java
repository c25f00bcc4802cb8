package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.cases.FamilyCase;
import id.tuntas.deliberation.DecideSubject;
import id.tuntas.deliberation.MeetingSheet.Newcomer;
import id.tuntas.deliberation.Outcome;
import id.tuntas.ledger.Act;
import id.tuntas.ledger.Ledger;
import id.tuntas.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How the acts of a meeting stand in the ledger. */
@Component
class MeetingLedger {

    /** What the ledger calls the end of a meeting. */
    static final String CLOSED = "meeting.closed";

    private final Ledger ledger;
    private final Json json;

    MeetingLedger(Ledger ledger, Json json) {
        this.ledger = ledger;
        this.json = json;
    }

    /** What the ledger calls it. */
    static String decided(Outcome outcome) {
        return "deliberation." + outcome.key();
    }

    void record(Actor actor, Meeting meeting, AgendaItem item, DecideSubject decision) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("meeting", meeting.id().toString());
        detail.put("edition", meeting.edition());
        if (decision.held() != null) {
            detail.put("held", decision.held().key());
        }
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                decided(decision.outcome()),
                item.kind().subjectKind(),
                item.subjectId(),
                meeting.villageCode(),
                detail,
                bytes(decision)));
    }

    void record(Actor actor, String verb, UUID meetingId, String village, Map<String, Object> detail, Object content) {
        ledger.record(
                new Act(actor.regencyCode(), actor.id(), verb, "meeting", meetingId, village, detail, bytes(content)));
    }

    void record(Actor actor, Meeting meeting, FamilyCase family, Newcomer newcomer) {
        ledger.record(new Act(
                actor.regencyCode(),
                actor.id(),
                "deliberation.newcomer",
                "case",
                family.id(),
                meeting.villageCode(),
                Map.of("meeting", meeting.id().toString()),
                bytes(newcomer)));
    }

    private byte[] bytes(Object content) {
        return json.write(content).getBytes(StandardCharsets.UTF_8);
    }
}
