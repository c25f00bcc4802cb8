package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Device;
import id.tuntas.access.Devices;
import id.tuntas.access.OfficeKeys;
import id.tuntas.access.Verb;
import id.tuntas.forms.FormFile;
import id.tuntas.forms.Forms;
import id.tuntas.platform.Json;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.IntakeOutcome;
import id.tuntas.visits.Receipt;
import id.tuntas.visits.Submission;
import id.tuntas.visits.Submission.Client;
import id.tuntas.visits.Visits;
import id.tuntas.visits.internal.FieldConflicts.FieldConflict;
import id.tuntas.visits.internal.WorkList.WorkView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The field app's door; behind it lies the same room as behind OpenRosa's. */
@RestController
@RequestMapping("/api/v1")
class FieldController {

    private static final String SIGNATURE = "X-Tuntas-Signature";

    record ReceiptView(
            String instanceId,
            String contentHash,
            boolean complete,
            List<String> missing,
            Instant receivedAt,
            UUID visitId,
            UUID entryId,
            String number,
            boolean conflict,
            List<FieldConflict> conflicts) {

        static ReceiptView of(Receipt receipt, boolean conflict, List<FieldConflict> conflicts) {
            return new ReceiptView(
                    receipt.instanceId(),
                    receipt.contentHash(),
                    receipt.complete(),
                    receipt.missing(),
                    receipt.receivedAt(),
                    receipt.visitId(),
                    receipt.entryId(),
                    receipt.number().toString(),
                    conflict,
                    conflicts);
        }
    }

    private final Visits visits;
    private final PostReader posts;
    private final WorkList work;
    private final FieldConflicts conflicts;
    private final OfficerLists lists;
    private final Forms forms;
    private final Devices devices;
    private final OfficeKeys keys;
    private final Json json;

    FieldController(
            Visits visits,
            PostReader posts,
            WorkList work,
            FieldConflicts conflicts,
            OfficerLists lists,
            Forms forms,
            Devices devices,
            OfficeKeys keys,
            Json json) {
        this.conflicts = conflicts;
        this.devices = devices;
        this.keys = keys;
        this.json = json;
        this.visits = visits;
        this.posts = posts;
        this.work = work;
        this.lists = lists;
        this.forms = forms;
    }

    @PostMapping("/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptView submit(Actor actor, HttpServletRequest request, Locale locale) throws IOException {
        actor.require(Verb.VISIT_SUBMIT);
        Submission sent = posts.read(request, Client.FIELD);
        Submission known =
                phone(actor, request.getHeader(Devices.HEADER)).map(sent::from).orElse(sent);
        return switch (visits.submit(actor, known)) {
            case IntakeOutcome.Accepted accepted -> view(actor, accepted.receipt(), false, locale);
            case IntakeOutcome.AlreadyHave again -> view(actor, again.receipt(), false, locale);
            case IntakeOutcome.NewVersion edit -> view(actor, edit.receipt(), false, locale);
            case IntakeOutcome.Conflict conflict -> view(actor, conflict.receipt(), true, locale);
            case IntakeOutcome.Rejected rejected -> throw VisitTexts.refusal(rejected.reason());
        };
    }

    private ReceiptView view(Actor actor, Receipt receipt, boolean conflict, Locale locale) {
        return ReceiptView.of(receipt, conflict, conflicts.ofVisit(actor, receipt.visitId(), locale));
    }

    /** What a phone without signal believes must be known to come from here, so the very bytes are signed. */
    @GetMapping("/me/work")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkView.class)))
    ResponseEntity<byte[]> work(
            Actor actor,
            @RequestParam @Nullable Long since,
            @RequestHeader(name = Devices.HEADER, required = false) @Nullable String deviceId,
            Locale locale) {
        actor.require(Verb.VISIT_SUBMIT);
        boolean registered = phone(actor, deviceId).isPresent();
        byte[] body = json.write(work.of(actor, since, registered, locale)).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(SIGNATURE, Base64.getUrlEncoder().withoutPadding().encodeToString(keys.sign(body)))
                .body(body);
    }

    private Optional<Device> phone(Actor actor, @Nullable String deviceId) {
        return Optional.ofNullable(deviceId).flatMap(id -> devices.find(actor.regencyCode(), actor.id(), id));
    }

    /** @param version of the form; only its own files differ by it */
    @GetMapping("/me/forms/{formId}/{name}")
    ResponseEntity<byte[]> list(
            Actor actor,
            @PathVariable String formId,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String version) {
        actor.require(Verb.VISIT_SUBMIT);
        if (!forms.isKnown(actor.regencyCode(), formId)) {
            throw Refusal.notFound();
        }
        FormFile file = lists.file(actor, formId, version, name).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .body(file.content());
    }
}
