package id.tuntas.monitoring.internal;

import id.tuntas.access.Actor;
import id.tuntas.ledger.HistoryProof;
import id.tuntas.platform.Page;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{id}")
class CaseFileController {

    private final CaseFile file;
    private final Timeline timeline;
    private final ProvenHistory history;

    CaseFileController(CaseFile file, Timeline timeline, ProvenHistory history) {
        this.file = file;
        this.timeline = timeline;
        this.history = history;
    }

    @GetMapping
    CaseShow show(Actor actor, @PathVariable UUID id, Locale locale) {
        return file.show(actor, id, locale);
    }

    @GetMapping("/timeline")
    Page<Timeline.Item> timeline(Actor actor, @PathVariable UUID id, Locale locale) {
        return new Page<>(timeline.of(actor, file.readable(actor, id), locale), null);
    }

    /** Whether the ledger has every entry of the timeline as it was recorded; recomputed for this answer. */
    @GetMapping("/timeline/state")
    ProvenHistory.State state(Actor actor, @PathVariable UUID id) {
        return history.state(actor, file.readable(actor, id));
    }

    /** Shows the same to anybody, without this system. That it was taken is recorded. */
    @GetMapping("/timeline/proof")
    ResponseEntity<HistoryProof> proof(Actor actor, @PathVariable UUID id) {
        HistoryProof proof = history.handOut(actor, file.readable(actor, id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("riwayat-" + proof.number() + ".json")
                                .build()
                                .toString())
                .body(proof);
    }
}
