package id.tuntas.deliberation.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Purpose;
import id.tuntas.access.Verb;
import id.tuntas.evidence.Evidence;
import id.tuntas.platform.PublicAddress;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The paper of one meeting: as it was made, and as it came back; each handed out for a purpose that is kept. */
@RestController
@RequestMapping("/api/v1/meetings/{id}")
class MinutesController {

    private final MinutesDesk desk;
    private final MeetingShows shows;
    private final HandedPapers papers;
    private final Evidence evidence;
    private final PublicAddress address;

    MinutesController(
            MinutesDesk desk, MeetingShows shows, HandedPapers papers, Evidence evidence, PublicAddress address) {
        this.desk = desk;
        this.shows = shows;
        this.papers = papers;
        this.evidence = evidence;
        this.address = address;
    }

    @GetMapping("/minutes.pdf")
    ResponseEntity<Resource> paper(
            Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable String purpose) {
        actor.require(Verb.CASE_READ);
        Purpose wanted = Purpose.wanted(purpose);
        Minutes minutes = desk.keep(actor, id, address.base());
        MeetingShow meeting = shows.show(actor, id);
        papers.note(actor, meeting, HandedPapers.Form.MINUTES, wanted);
        return file(
                actor,
                minutes.sha256(),
                MediaType.APPLICATION_PDF,
                "berita-acara-" + meeting.village() + "-edisi-" + meeting.edition() + ".pdf");
    }

    @PostMapping(path = "/minutes/signed", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<MeetingShow> sign(
            Actor actor,
            @PathVariable UUID id,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        actor.require(Verb.DELIBERATION_RECORD);
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("/file", "required");
        }
        if (file.getSize() > MinutesDesk.LARGEST_SCAN) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        desk.sign(actor, id, file.getInputStream(), address.base());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shows.show(actor, id));
    }

    @GetMapping("/minutes/signed/{sha256}")
    ResponseEntity<Resource> signed(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String sha256,
            @RequestParam(required = false) @Nullable String purpose) {
        MeetingShow meeting = shows.show(actor, id);
        Minutes.Signed copy = Stream.ofNullable(meeting.minutes())
                .flatMap(minutes -> minutes.signed().stream())
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        papers.note(actor, meeting, HandedPapers.Form.SIGNED, Purpose.wanted(purpose));
        MediaType type = MediaType.parseMediaType(copy.mediaType());
        return file(actor, sha256, type, "bertanda-tangan-" + id + "." + type.getSubtype());
    }

    private ResponseEntity<Resource> file(Actor actor, String sha256, MediaType type, String name) {
        Path path = evidence.open(actor.regencyCode(), sha256).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(new FileSystemResource(path));
    }
}
