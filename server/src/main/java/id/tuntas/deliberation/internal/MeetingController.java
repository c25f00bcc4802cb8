package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.access.Verb;
import id.tuntas.deliberation.Deliberations;
import id.tuntas.deliberation.Deliberations.Taken;
import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.internal.VillageQueries.VillageView;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Reason;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Rounds;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MeetingController {

    private final Deliberations deliberations;
    private final MeetingShows shows;
    private final VillageQueries villages;
    private final AgendaSheet sheet;
    private final HandedPapers papers;
    private final Rounds rounds;

    MeetingController(
            Deliberations deliberations,
            MeetingShows shows,
            VillageQueries villages,
            AgendaSheet sheet,
            HandedPapers papers,
            Rounds rounds) {
        this.deliberations = deliberations;
        this.shows = shows;
        this.villages = villages;
        this.sheet = sheet;
        this.papers = papers;
        this.rounds = rounds;
    }

    /** @param purpose verification where it says none */
    record OpenForm(@Nullable String village, @Nullable String purpose) {}

    record ReopenForm(@Nullable String reason) {}

    /** What became of the decisions that were sent, and the meeting as it stands after them. */
    record Answer(List<Taken> taken, MeetingShow meeting) {}

    @GetMapping("/rounds/{code}/deliberations")
    Page<VillageView> villages(Actor actor, @PathVariable String code) {
        actor.require(Verb.PROGRESS_READ);
        return new Page<>(
                villages.list(actor, rounds.get(actor.regencyCode(), code).id()), null);
    }

    /** Opens the village's meeting, or leads to the one that it has; on graduations, to the one that is open. */
    @PostMapping("/rounds/{code}/deliberations")
    ResponseEntity<MeetingShow> open(Actor actor, @PathVariable String code, @RequestBody OpenForm form) {
        actor.require(Verb.DELIBERATION_RECORD);
        String village = form.village();
        if (village == null || village.isBlank()) {
            throw Refusal.invalid("/village", "required");
        }
        MeetingPurpose purpose = form.purpose() == null
                ? MeetingPurpose.VERIFICATION
                : MeetingPurpose.findByKey(form.purpose()).orElseThrow(() -> Refusal.invalid("/purpose", "unknown"));
        return answer(actor, deliberations.open(actor, code, village, purpose));
    }

    @GetMapping("/meetings/{id}")
    ResponseEntity<MeetingShow> show(Actor actor, @PathVariable UUID id) {
        return answer(actor, id);
    }

    /** The agenda on paper, for a hall without electricity; for a purpose, as it names the families. */
    @GetMapping("/meetings/{id}/agenda.pdf")
    ResponseEntity<byte[]> agenda(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String purpose,
            Locale locale) {
        MeetingShow meeting = shows.show(actor, id);
        papers.note(actor, meeting, HandedPapers.Form.AGENDA, Purpose.wanted(purpose));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("musyawarah-" + meeting.village() + ".pdf")
                                .build()
                                .toString())
                .body(sheet.pdf(meeting, shows.spokenOf(actor, id), locale));
    }

    @PutMapping("/meetings/{id}/sheet")
    ResponseEntity<MeetingShow> note(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SheetForm form) {
        actor.require(Verb.DELIBERATION_RECORD);
        deliberations.note(actor, id, IfMatch.version(ifMatch), form.toSheet());
        return answer(actor, id);
    }

    @PostMapping("/meetings/{id}/decisions")
    ResponseEntity<Answer> decide(Actor actor, @PathVariable UUID id, @RequestBody DecisionForm form) {
        actor.require(Verb.DELIBERATION_RECORD);
        List<Taken> taken = deliberations.decide(actor, id, form.toDecisions());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(taken, shows.show(actor, id)));
    }

    /** @param ifMatch version of the sheet */
    @PostMapping("/meetings/{id}/close")
    ResponseEntity<MeetingShow> close(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        actor.require(Verb.DELIBERATION_RECORD);
        deliberations.close(actor, id, IfMatch.version(ifMatch));
        return answer(actor, id);
    }

    @PostMapping("/meetings/{id}/reopen")
    ResponseEntity<MeetingShow> reopen(Actor actor, @PathVariable UUID id, @RequestBody ReopenForm form) {
        actor.require(Verb.DELIBERATION_REOPEN);
        String reason = form.reason() == null ? "" : form.reason().strip();
        Reason.require("/reason", reason);
        return answer(actor, deliberations.reopen(actor, id, reason));
    }

    private ResponseEntity<MeetingShow> answer(Actor actor, UUID id) {
        MeetingShow meeting = shows.show(actor, id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(IfMatch.tag(meeting.version()))
                .body(meeting);
    }
}
