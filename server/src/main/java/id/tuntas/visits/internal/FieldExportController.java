package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Refusal;
import id.tuntas.visits.IntakeOutcome;
import id.tuntas.visits.Receipt;
import id.tuntas.visits.internal.FieldExports.Imported;
import id.tuntas.visits.internal.FieldExports.Report;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The office's door for what phones could not send. */
@RestController
class FieldExportController {

    record ReportView(
            UUID officerId,
            String officerName,
            String deviceId,
            String deviceName,
            boolean deviceRevoked,
            List<ItemView> items) {}

    /** @param kind visit, or word for what an officer said about a delivery @param instanceId of the visit, or id of the word */
    record ItemView(
            String kind,
            String instanceId,
            String outcome,
            @Nullable UUID visitId,
            List<String> missing,
            @Nullable String message) {}

    private static final String VISIT = "visit";
    private static final String WORD = "word";

    private final FieldExports exports;
    private final VisitTexts texts;

    FieldExportController(FieldExports exports, VisitTexts texts) {
        this.exports = exports;
        this.texts = texts;
    }

    @PostMapping("/api/v1/field-exports")
    ReportView take(Actor actor, @RequestPart(required = false) @Nullable MultipartFile file, Locale locale)
            throws IOException {
        actor.require(Verb.EXPORT_IMPORT);
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("/file", "required");
        }
        if (file.getSize() > FieldExports.MAX_BYTES) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        Report report = exports.take(actor, file.getBytes());
        return new ReportView(
                report.officer().id(),
                report.officer().name(),
                report.device().deviceId(),
                report.device().name(),
                report.device().revoked(),
                report.items().stream().map(item -> view(item, locale)).toList());
    }

    private ItemView view(Imported item, Locale locale) {
        return switch (item) {
            case FieldExports.Visit visit -> view(visit, locale);
            case FieldExports.Folder(String id, boolean isNew, Refusal refusal) ->
                new ItemView(
                        WORD,
                        id,
                        refusal != null ? "rejected" : isNew ? "accepted" : "alreadyHave",
                        null,
                        List.of(),
                        refusal == null ? null : texts.refused(refusal, locale));
        };
    }

    private ItemView view(FieldExports.Visit item, Locale locale) {
        return switch (item.outcome()) {
            case null -> rejected(item, "instance-missing", locale);
            case IntakeOutcome.Accepted(Receipt receipt) -> kept(item, "accepted", receipt);
            case IntakeOutcome.AlreadyHave(Receipt receipt) -> kept(item, "alreadyHave", receipt);
            case IntakeOutcome.NewVersion(Receipt receipt) -> kept(item, "newVersion", receipt);
            case IntakeOutcome.Conflict(Receipt receipt) -> kept(item, "conflict", receipt);
            case IntakeOutcome.Rejected(IntakeOutcome.Reason reason) ->
                rejected(item, VisitTexts.refusal(reason).code(), locale);
        };
    }

    private static ItemView kept(FieldExports.Visit item, String outcome, Receipt receipt) {
        return new ItemView(VISIT, item.instanceId(), outcome, receipt.visitId(), receipt.missing(), null);
    }

    private ItemView rejected(FieldExports.Visit item, String code, Locale locale) {
        return new ItemView(VISIT, item.instanceId(), "rejected", null, List.of(), texts.problem(code, locale));
    }
}
