package id.tuntas.decrees.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.access.Verb;
import id.tuntas.decrees.AnnexProof;
import id.tuntas.decrees.internal.Annexes.AmendmentAnnex;
import id.tuntas.decrees.internal.Annexes.Annex;
import id.tuntas.decrees.internal.DecreeController.ChangeForm;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.evidence.ShownEvidence;
import id.tuntas.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A decree's list as it leaves the house. */
@RestController
@RequestMapping("/api/v1/rounds/{code}/decree")
class AnnexController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @param after ordinal of the newest decree that the person saw */
    record AmendmentForm(
            @Nullable Integer after,
            @Nullable List<ChangeForm> added,
            @Nullable List<ChangeForm> struck) {}

    private final Annexes annexes;
    private final AnnexPaper paper;
    private final AnnexBook book;
    private final Evidence evidence;

    AnnexController(Annexes annexes, AnnexPaper paper, AnnexBook book, Evidence evidence) {
        this.annexes = annexes;
        this.paper = paper;
        this.book = book;
        this.evidence = evidence;
    }

    /** What the regent is to sign, as the draft is now; that it was printed is recorded, and for what others take it. */
    @GetMapping("/draft.pdf")
    ResponseEntity<byte[]> draft(
            Actor actor, @PathVariable String code, @RequestParam(required = false) @Nullable String purpose) {
        actor.require(Verb.CASE_READ, actor.regencyCode());
        return file(MediaType.APPLICATION_PDF, "konsep-sk-" + code + ".pdf")
                .body(printed(actor, paper.pdf(annexes.handOutDraft(actor, code, purpose))));
    }

    /** The amendment that the regent is to sign, its tag as ETag; that it was printed is recorded. */
    @PostMapping("/amendments/draft.pdf")
    ResponseEntity<byte[]> amendment(Actor actor, @PathVariable String code, @RequestBody AmendmentForm form) {
        actor.require(Verb.DECREE_LOCK, actor.regencyCode());
        AmendmentAnnex draft = annexes.handOutAmendment(
                actor, code, DecreeController.amendment(form.after(), form.added(), form.struck()));
        return file(MediaType.APPLICATION_PDF, "konsep-perubahan-sk-" + code + ".pdf")
                .eTag('"' + draft.amended().tag() + '"')
                .body(printed(actor, paper.pdf(draft)));
    }

    /** It names every family of the list, so it says for what, and that is recorded. */
    @GetMapping("/{ordinal}/annex.pdf")
    ResponseEntity<byte[]> pdf(
            Actor actor,
            @PathVariable String code,
            @PathVariable int ordinal,
            @RequestParam(required = false) @Nullable String purpose) {
        actor.require(Verb.CASE_READ, actor.regencyCode());
        Annex annex = annexes.handOut(actor, code, ordinal, Purpose.wanted(purpose));
        return file(MediaType.APPLICATION_PDF, "lampiran-sk-" + code + "-" + ordinal + ".pdf")
                .body(printed(actor, paper.pdf(annex, annexes.lockingOf(actor.regencyCode(), annex.decree()))));
    }

    /** The signed paper as it came, for a purpose as the annex. */
    @GetMapping("/{ordinal}/scan")
    ResponseEntity<Resource> scan(
            Actor actor,
            @PathVariable String code,
            @PathVariable int ordinal,
            @RequestParam(required = false) @Nullable String purpose) {
        actor.require(Verb.CASE_READ, actor.regencyCode());
        String sha256 = annexes.handOutScan(actor, code, ordinal, Purpose.wanted(purpose));
        EvidenceFile file = evidence.find(actor.regencyCode(), sha256).orElseThrow(Refusal::notFound);
        Path path = evidence.open(actor.regencyCode(), sha256).orElseThrow(Refusal::notFound);
        return ShownEvidence.answer(path, file.mediaType(), CacheControl.noStore());
    }

    /**
     * With every NIK, in clear for who may see it and masked for others, so it says for what, and that is recorded. Written row by row into
     * the answer.
     *
     * @param on whose list; today's by default
     */
    @GetMapping("/annex.xlsx")
    void workbook(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable LocalDate on,
            HttpServletResponse answer)
            throws IOException {
        actor.require(Verb.CASE_READ, actor.regencyCode());
        boolean clear = actor.may(Verb.NIK_UNMASK, actor.regencyCode());
        Annex annex = annexes.handOut(actor, code, on, clear, Purpose.wanted(purpose));
        answer.setContentType(XLSX);
        answer.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("lampiran-sk-" + code + ".xlsx"));
        book.write(actor.regencyCode(), annex, clear, answer.getOutputStream());
    }

    /** Whether a family was on the list, for anybody to check. @param number of the case */
    @GetMapping("/proof")
    ResponseEntity<AnnexProof> proof(
            Actor actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable LocalDate on) {
        actor.require(Verb.CASE_READ, actor.regencyCode());
        if (number == null || number.isBlank()) {
            throw Refusal.invalid("/number", "required");
        }
        AnnexProof proof = annexes.prove(actor, code, number.strip(), on);
        return file(MediaType.APPLICATION_JSON, "bukti-" + proof.asked().replaceAll("[^0-9-]", "") + ".json")
                .body(proof);
    }

    private byte[] printed(Actor actor, byte[] pdf) {
        evidence.rememberPrinted(actor.regencyCode(), pdf);
        return pdf;
    }

    private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
