package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.ProofKind;
import id.tuntas.interventions.internal.CheckedSheet.Change;
import id.tuntas.interventions.internal.SheetStore.Kept;
import id.tuntas.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Requests as a workbook, down and up. */
@RestController
@RequestMapping("/api/v1/intervention-sheets")
class SheetController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long LARGEST = 20L * 1024 * 1024;

    /**
     * @param column letter in the workbook
     * @param text what is wrong and how to mend it
     */
    record ProblemView(int row, String column, String code, String value, String text) {}

    /** @param same rows that say what stands already */
    record SheetView(UUID id, String file, int rows, int same, List<Change> changes, List<ProblemView> problems) {}

    record Taken(int taken) {}

    private final SheetDesk desk;
    private final SheetTexts texts;
    private final ProofReader proofs;

    SheetController(SheetDesk desk, SheetTexts texts, ProofReader proofs) {
        this.desk = desk;
        this.texts = texts;
        this.proofs = proofs;
    }

    /** What waits for a step of the caller. That it was taken down, and for what, is an entry of the ledger before any of it leaves. */
    @GetMapping("/template.xlsx")
    void template(
            Actor actor,
            @RequestParam(required = false) @Nullable String purpose,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        InterventionController.requireWork(actor);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        desk.write(actor, Purpose.wanted(purpose), locale, workbook);
        attached(response, "intervensi.xlsx").write(workbook.toByteArray());
    }

    /** The rows that are kept out, each with its mend; mended, the workbook can be handed in as it is. */
    @GetMapping("/{id}/rejects.xlsx")
    void rejects(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String purpose,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        InterventionController.requireWork(actor);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        desk.writeRejected(actor, id, Purpose.wanted(purpose), locale, workbook);
        attached(response, "intervensi-ditolak.xlsx").write(workbook.toByteArray());
    }

    private static OutputStream attached(HttpServletResponse response, String name) throws IOException {
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return response.getOutputStream();
    }

    /** The workbook in the part {@code file}, what shows its deliveries in {@code receipt}, any number of them. Nothing enters yet. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    SheetView check(Actor actor, MultipartHttpServletRequest request, Locale locale) throws IOException {
        InterventionController.requireWork(actor);
        MultipartFile file = request.getFile("file");
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("/file", "required");
        }
        if (file.getSize() > LARGEST) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        List<Proof> receipts = proofs.read(request, ProofKind.RECEIPT);
        Path aside = Files.createTempFile("intervensi", ".xlsx");
        try {
            file.transferTo(aside);
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return view(desk.check(actor, name, aside, receipts), locale);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    @PostMapping("/{id}/commit")
    Taken commit(Actor actor, @PathVariable UUID id) {
        InterventionController.requireWork(actor);
        return new Taken(desk.commit(actor, id));
    }

    private SheetView view(Kept kept, Locale locale) {
        return new SheetView(
                kept.id(),
                kept.fileName(),
                kept.sheet().rows(),
                kept.sheet().same(),
                kept.sheet().changes(),
                kept.sheet().problems().stream()
                        .map(one -> new ProblemView(
                                one.row(), one.column(), one.code(), one.value(), texts.mend(one, locale)))
                        .toList());
    }
}
