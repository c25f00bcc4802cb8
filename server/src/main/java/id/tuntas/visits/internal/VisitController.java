package id.tuntas.visits.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.evidence.ShownEvidence;
import id.tuntas.forms.ContactResult;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.ConflictTexts;
import id.tuntas.visits.ReceiptNumber;
import id.tuntas.visits.VisitAttachment;
import id.tuntas.visits.VisitConflict;
import id.tuntas.visits.VisitState;
import id.tuntas.visits.VisitSummary;
import id.tuntas.visits.Visits;
import id.tuntas.visits.Visits.VisitFilter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class VisitController {

    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    record OfficerView(UUID id, String name) {}

    record ConflictView(
            String code,
            String detail,
            String message,
            Instant at,
            @Nullable Instant resolvedAt) {}

    record AttachmentView(
            String name,
            String sha256,
            String mediaType,
            long size,
            @Nullable Integer width,
            @Nullable Integer height,
            boolean accepted,
            Instant receivedAt) {

        static AttachmentView of(VisitAttachment attachment) {
            EvidenceFile file = attachment.file();
            return new AttachmentView(
                    attachment.name(),
                    file.sha256(),
                    file.mediaType(),
                    file.size(),
                    file.width(),
                    file.height(),
                    file.accepted(),
                    attachment.receivedAt());
        }
    }

    record VisitView(
            UUID id,
            String instanceId,
            @Nullable UUID caseId,
            @Nullable String caseNumber,
            VisitState state,
            int revision,
            boolean revisit,
            boolean current,
            OfficerView officer,
            @Nullable String village,
            @Nullable String contact,
            Instant visitedAt,
            Instant receivedAt,
            List<ConflictView> conflicts,
            List<AttachmentView> attachments,
            boolean complete,
            List<String> missing) {}

    private final Visits visits;
    private final VisitQueries queries;
    private final SentInstance sent;
    private final ConflictTexts texts;
    private final Rounds rounds;
    private final Accounts accounts;
    private final Evidence evidence;
    private final ShownEvidence shown;

    VisitController(
            Visits visits,
            VisitQueries queries,
            SentInstance sent,
            ConflictTexts texts,
            Rounds rounds,
            Accounts accounts,
            Evidence evidence,
            ShownEvidence shown) {
        this.visits = visits;
        this.queries = queries;
        this.sent = sent;
        this.texts = texts;
        this.rounds = rounds;
        this.accounts = accounts;
        this.evidence = evidence;
        this.shown = shown;
    }

    @GetMapping("/visits")
    Page<VisitView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String instanceId,
            @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String conflict,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit,
            Locale locale) {
        Page<VisitSummary> page = visits.list(
                actor,
                new VisitFilter(
                        instanceId,
                        receipt == null
                                ? null
                                : ReceiptNumber.parse(receipt)
                                        .orElseThrow(() -> Refusal.invalid("/receipt", "unknown")),
                        round == null
                                ? null
                                : rounds.get(actor.regencyCode(), round).id(),
                        state == null
                                ? null
                                : VisitState.findByKey(state).orElseThrow(() -> Refusal.invalid("/state", "unknown")),
                        conflict,
                        after == null ? null : after.toString(),
                        Page.limit(limit)));
        Map<UUID, String> names = accounts.names(
                actor.regencyCode(),
                page.items().stream().map(VisitSummary::officerId).distinct().toList());
        return new Page<>(
                page.items().stream().map(visit -> view(visit, names, locale)).toList(), page.next());
    }

    private VisitView view(VisitSummary visit, Map<UUID, String> names, Locale locale) {
        return new VisitView(
                visit.id(),
                visit.instanceId(),
                visit.caseId(),
                visit.named(),
                visit.state(),
                visit.revision(),
                visit.revisitId() != null,
                visit.current(),
                new OfficerView(visit.officerId(), names.getOrDefault(visit.officerId(), "")),
                visit.villageCode(),
                Optional.ofNullable(visit.contact()).map(ContactResult::key).orElse(null),
                visit.visitedAt(),
                visit.receivedAt(),
                visit.conflicts().stream()
                        .map(conflict -> view(conflict, locale))
                        .toList(),
                visit.attachments().stream().map(AttachmentView::of).toList(),
                visit.missing().isEmpty(),
                visit.missing());
    }

    private ConflictView view(VisitConflict conflict, Locale locale) {
        return new ConflictView(
                conflict.code().key(),
                conflict.detail(),
                texts.of(conflict, locale),
                conflict.at(),
                conflict.resolvedAt());
    }

    /** The answers as they were sent, for the officer who corrects them and for whoever may see numbers in clear. */
    @GetMapping("/visits/{id}/instance.xml")
    ResponseEntity<byte[]> instance(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(XML)
                .cacheControl(CacheControl.noStore())
                .body(sent.read(actor, get(actor, id)));
    }

    @GetMapping("/visits/{id}/attachments/{name}")
    ResponseEntity<Resource> attachment(Actor actor, @PathVariable UUID id, @PathVariable String name) {
        EvidenceFile file = get(actor, id).attachments().stream()
                .filter(attachment -> attachment.name().equals(name))
                .max(Comparator.comparing(VisitAttachment::receivedAt))
                .map(VisitAttachment::file)
                .orElseThrow(Refusal::notFound);
        Path path = evidence.open(actor.regencyCode(), file.sha256()).orElseThrow(Refusal::notFound);
        return ShownEvidence.answer(path, file.mediaType(), CacheControl.noStore());
    }

    /** @param size {@code thumb} for a small one */
    @GetMapping("/evidence/{sha256}")
    ResponseEntity<Resource> evidence(
            Actor actor, @PathVariable String sha256, @RequestParam(required = false) @Nullable String size) {
        if (!queries.maySee(actor, sha256)) {
            throw Refusal.notFound();
        }
        return shown.answer(actor.regencyCode(), sha256, size);
    }

    private VisitSummary get(Actor actor, UUID id) {
        return queries.visible(actor, id).orElseThrow(Refusal::notFound);
    }
}
