package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.forms.Forms;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.IntakeOutcome;
import id.tuntas.visits.Receipt;
import id.tuntas.visits.Submission.Client;
import id.tuntas.visits.Visits;
import id.tuntas.visits.internal.WorkList.WorkView;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The field app's door; behind it lies the same room as behind OpenRosa's. */
@RestController
@RequestMapping("/api/v1")
class FieldController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    record ReceiptView(
            String instanceId,
            String contentHash,
            boolean complete,
            List<String> missing,
            Instant receivedAt,
            UUID visitId,
            UUID entryId,
            boolean conflict) {

        static ReceiptView of(Receipt receipt, boolean conflict) {
            return new ReceiptView(
                    receipt.instanceId(),
                    receipt.contentHash(),
                    receipt.complete(),
                    receipt.missing(),
                    receipt.receivedAt(),
                    receipt.visitId(),
                    receipt.entryId(),
                    conflict);
        }
    }

    private final Visits visits;
    private final PostReader posts;
    private final WorkList work;
    private final OfficerLists lists;
    private final Forms forms;

    FieldController(Visits visits, PostReader posts, WorkList work, OfficerLists lists, Forms forms) {
        this.visits = visits;
        this.posts = posts;
        this.work = work;
        this.lists = lists;
        this.forms = forms;
    }

    @PostMapping("/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptView submit(Actor actor, HttpServletRequest request) throws IOException {
        actor.require(Verb.VISIT_SUBMIT);
        return switch (visits.submit(actor, posts.read(request, Client.FIELD))) {
            case IntakeOutcome.Accepted accepted -> ReceiptView.of(accepted.receipt(), false);
            case IntakeOutcome.AlreadyHave again -> ReceiptView.of(again.receipt(), false);
            case IntakeOutcome.NewVersion edit -> ReceiptView.of(edit.receipt(), false);
            case IntakeOutcome.Conflict conflict -> ReceiptView.of(conflict.receipt(), true);
            case IntakeOutcome.Rejected rejected -> throw VisitTexts.refusal(rejected.reason());
        };
    }

    @GetMapping("/me/work")
    WorkView work(Actor actor) {
        actor.require(Verb.VISIT_SUBMIT);
        return work.of(actor);
    }

    @GetMapping("/me/forms/{formId}/{name}")
    ResponseEntity<byte[]> list(Actor actor, @PathVariable String formId, @PathVariable String name) {
        actor.require(Verb.VISIT_SUBMIT);
        if (!forms.isKnown(actor.regencyCode(), formId)) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok().contentType(CSV).body(lists.file(actor, name));
    }
}
