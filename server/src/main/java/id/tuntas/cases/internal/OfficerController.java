package id.tuntas.cases.internal;

import id.tuntas.access.Account;
import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.cases.internal.OfficerPapers.Printed;
import id.tuntas.platform.Page;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/officers")
class OfficerController {

    private final OfficerQueries officers;
    private final OfficerPapers papers;

    OfficerController(OfficerQueries officers, OfficerPapers papers) {
        this.officers = officers;
        this.papers = papers;
    }

    @GetMapping
    Page<OfficerQueries.OfficerView> list(Actor actor, @RequestParam @Nullable String district) {
        return new Page<>(officers.list(actor, district), null);
    }

    /** The families of an officer on paper, for days without a telephone. */
    @GetMapping("/{id}/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String purpose,
            Locale locale) {
        Account officer = officers.get(actor, id);
        return pdf(papers.sheet(actor, officer, Purpose.wanted(purpose), locale));
    }

    /** A slip for each family of an officer, to be left with it: its number and the code of its own status. */
    @GetMapping("/{id}/slips.pdf")
    ResponseEntity<byte[]> slips(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String purpose,
            Locale locale) {
        Account officer = officers.get(actor, id);
        return pdf(papers.slips(actor, officer, Purpose.wanted(purpose), locale));
    }

    private static ResponseEntity<byte[]> pdf(Printed printed) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(printed.name() + ".pdf")
                                .build()
                                .toString())
                .body(printed.pdf());
    }
}
