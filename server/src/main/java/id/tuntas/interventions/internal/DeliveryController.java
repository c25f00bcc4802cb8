package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.ShownEvidence;
import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.Delivery.Proof;
import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.ProofKind;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What an agency gave, with what shows it. */
@RestController
@RequestMapping("/api/v1/interventions/{id}")
class DeliveryController {

    private static final long LARGEST_PROOF = 20L * 1024 * 1024;
    private static final int MOST_PROOFS = 12;

    private final Interventions interventions;
    private final InterventionQueries queries;
    private final Evidence evidence;
    private final ShownEvidence shown;

    DeliveryController(
            Interventions interventions, InterventionQueries queries, Evidence evidence, ShownEvidence shown) {
        this.interventions = interventions;
        this.queries = queries;
        this.evidence = evidence;
        this.shown = shown;
    }

    /**
     * Files in the parts {@code photo, receipt, signature}, any number of each; {@code deliveredOn} and {@code amount} stand beside them.
     *
     * @param ifMatch version of the intervention
     */
    @PostMapping(path = "/deliveries", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deliver(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            MultipartHttpServletRequest request)
            throws IOException {
        InterventionController.requireWork(actor);
        int version = IfMatch.version(ifMatch);
        queries.requireWorkable(actor, id);
        interventions.deliver(
                actor,
                id,
                version,
                new Delivery(
                        read(request, "deliveredOn", LocalDate::parse),
                        read(request, "amount", Long::valueOf),
                        proofs(request)));
    }

    /** @param size {@code thumb} for a small one */
    @GetMapping("/proofs/{sha256}")
    ResponseEntity<Resource> proof(
            Actor actor, @PathVariable UUID id, @PathVariable String sha256, @RequestParam @Nullable String size) {
        if (!queries.maySee(actor, id, sha256)) {
            throw Refusal.notFound();
        }
        return shown.answer(actor.regencyCode(), sha256, size);
    }

    private List<Proof> proofs(MultipartHttpServletRequest request) throws IOException {
        List<Proof> proofs = new ArrayList<>();
        for (ProofKind kind : ProofKind.values()) {
            for (MultipartFile file : request.getFiles(kind.key())) {
                if (proofs.size() == MOST_PROOFS) {
                    throw Refusal.invalid("/" + kind.key(), "too-many-proofs", MOST_PROOFS);
                }
                try (InputStream content = file.getInputStream()) {
                    proofs.add(new Proof(kind, evidence.keep(content, LARGEST_PROOF)));
                }
            }
        }
        return proofs;
    }

    private static <T> @Nullable T read(MultipartHttpServletRequest request, String name, Function<String, T> reading) {
        String text = request.getParameter(name);
        try {
            return text == null || text.isBlank() ? null : reading.apply(text.strip());
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Refusal.invalid("/" + name, "malformed");
        }
    }
}
