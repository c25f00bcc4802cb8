package id.tuntas.interventions.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.interventions.Confirmations;
import id.tuntas.interventions.Confirmations.Place;
import id.tuntas.interventions.Confirmations.Word;
import id.tuntas.interventions.InterventionState;
import id.tuntas.interventions.ProofKind;
import id.tuntas.interventions.internal.DeliveredQueries.DeliveredView;
import id.tuntas.platform.IfMatch;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What was delivered to the families of an officer, and what he says about it. */
@RestController
@RequestMapping("/api/v1/me/deliveries")
class ConfirmationController {

    private final Confirmations confirmations;
    private final DeliveredQueries queries;
    private final ProofReader proofs;

    ConfirmationController(Confirmations confirmations, DeliveredQueries queries, ProofReader proofs) {
        this.confirmations = confirmations;
        this.queries = queries;
        this.proofs = proofs;
    }

    /** What waits for the officer's word, the oldest delivery first. */
    @GetMapping
    Page<DeliveredView> list(Actor officer) {
        officer.require(Verb.VISIT_SUBMIT);
        return new Page<>(queries.of(officer), null);
    }

    /**
     * The fields {@code id, said, seenOn, note, lat, lng, accuracy, unplaced} and photos in the part {@code photo}, any number of them.
     *
     * @param ifMatch version of the delivery that he saw
     */
    @PostMapping(path = "/{id}/words", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(
            Actor officer,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            MultipartHttpServletRequest request)
            throws IOException {
        officer.require(Verb.VISIT_SUBMIT);
        int version = IfMatch.version(ifMatch);
        queries.requireOfficersOwn(officer, id);
        InterventionState said = InterventionState.findByKey(ProofReader.text(request, "said"))
                .filter(InterventionState::isSeenByOfficer)
                .orElseThrow(() -> Refusal.invalid("/said", "unknown"));
        confirmations.say(
                officer,
                id,
                version,
                new Word(
                        ProofReader.required(request, "id", UUID::fromString),
                        said,
                        ProofReader.required(request, "seenOn", LocalDate::parse),
                        ProofReader.text(request, "note"),
                        place(request),
                        request.getParameter("unplaced"),
                        proofs.read(request, ProofKind.PHOTO)));
    }

    private static @Nullable Place place(MultipartHttpServletRequest request) {
        Double lat = ProofReader.field(request, "lat", Double::valueOf);
        Double lng = ProofReader.field(request, "lng", Double::valueOf);
        Double accuracy = ProofReader.field(request, "accuracy", Double::valueOf);
        return lat == null || lng == null || accuracy == null ? null : new Place(lat, lng, accuracy);
    }
}
