package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.evidence.ShownEvidence;
import id.tuntas.interventions.Delivery;
import id.tuntas.interventions.Interventions;
import id.tuntas.interventions.ProofKind;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
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
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What an agency gave, with what shows it. */
@RestController
@RequestMapping("/api/v1/interventions/{id}")
class DeliveryController {

    private final Interventions interventions;
    private final InterventionQueries queries;
    private final ProofReader proofs;
    private final ShownEvidence shown;

    DeliveryController(
            Interventions interventions, InterventionQueries queries, ProofReader proofs, ShownEvidence shown) {
        this.interventions = interventions;
        this.queries = queries;
        this.proofs = proofs;
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
                        ProofReader.field(request, "deliveredOn", LocalDate::parse),
                        ProofReader.field(request, "amount", Long::valueOf),
                        proofs.read(request, ProofKind.values())));
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
}
