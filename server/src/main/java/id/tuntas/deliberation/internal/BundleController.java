package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.deliberation.internal.BundleStore.Bundled;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Rounds;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The minutes of all villages as one file. */
@RestController
@RequestMapping("/api/v1/rounds/{code}/minutes")
class BundleController {

    private static final int LONGEST_PURPOSE = 500;

    private final MinutesBundles bundles;
    private final MinutesArchive archive;
    private final Rounds rounds;

    BundleController(MinutesBundles bundles, MinutesArchive archive, Rounds rounds) {
        this.bundles = bundles;
        this.archive = archive;
        this.rounds = rounds;
    }

    record BundleForm(@Nullable String purpose) {}

    record Started(UUID jobId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started start(Actor actor, @PathVariable String code, @RequestBody BundleForm form) {
        actor.require(Verb.CASE_READ);
        String purpose = form.purpose() == null ? "" : form.purpose().strip();
        if (purpose.isEmpty()) {
            throw Refusal.invalid("/purpose", "required");
        }
        if (purpose.length() > LONGEST_PURPOSE) {
            throw Refusal.invalid("/purpose", "too-long", LONGEST_PURPOSE);
        }
        return new Started(bundles.start(actor, code, purpose));
    }

    @GetMapping("/{id}.zip")
    void fetch(Actor actor, @PathVariable String code, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        List<Bundled> papers =
                bundles.papers(actor, rounds.get(actor.regencyCode(), code).id(), id);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("berita-acara-" + code + ".zip")
                        .build()
                        .toString());
        archive.write(actor.regencyCode(), papers, response.getOutputStream());
    }
}
