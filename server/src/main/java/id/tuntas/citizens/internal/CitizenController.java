package id.tuntas.citizens.internal;

import id.tuntas.citizens.NewPetition;
import id.tuntas.citizens.internal.OpenStatus.FamilyStatus;
import id.tuntas.citizens.internal.OpenStatus.PetitionStatus;
import id.tuntas.evidence.Evidence;
import id.tuntas.evidence.EvidenceFile;
import id.tuntas.platform.Brake;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Regency;
import id.tuntas.platform.SpokenCode;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Open to everybody, without a session. */
@RestController
@RequestMapping("/api/v1/open")
class CitizenController {

    /** A key that a page keeps; a page of another house cannot set it, so nobody's browser is made to send. */
    static final String DEVICE = "X-Tuntas-Sender";

    static final long LARGEST_PHOTO = 8L * 1024 * 1024;
    private static final long LARGEST_PETITION = LARGEST_PHOTO + 64 * 1024;
    private static final int LONGEST_DEVICE = 64;
    private static final Duration PLACES_KEPT = Duration.ofHours(1);

    private final PetitionIntake intake;
    private final PetitionCodes codes;
    private final SendingLimit limit;
    private final OpenStatus status;
    private final Evidence evidence;
    private final Regions regions;
    private final Regency regency;
    private final Brake brake;

    CitizenController(
            PetitionIntake intake,
            PetitionCodes codes,
            SendingLimit limit,
            OpenStatus status,
            Evidence evidence,
            Regions regions,
            Regency regency,
            Brake brake) {
        this.intake = intake;
        this.codes = codes;
        this.limit = limit;
        this.status = status;
        this.evidence = evidence;
        this.regions = regions;
        this.regency = regency;
        this.brake = brake;
    }

    record Place(String code, String name, @Nullable String parent) {}

    record Taken(String code) {}

    record CodeForm(@Nullable String code) {}

    record FamilyForm(@Nullable String number, @Nullable String code) {}

    /** The regency's districts and villages, for whoever looks for his own. */
    @GetMapping("/places")
    ResponseEntity<Page<Place>> places() {
        List<Place> places = Stream.of("district", "village")
                .flatMap(level -> regions.list(level, regency.code()).stream())
                .map(region -> new Place(region.code(), region.name(), region.parent()))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(PLACES_KEPT).cachePublic())
                .body(new Page<>(places, null));
    }

    /**
     * The fields of {@link PetitionForm}, and a picture in the part {@code photo}. How much it weighs is known before any of it is read.
     *
     * @param device a random key that the page keeps
     */
    @PostMapping(path = "/petitions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Taken> petition(
            @RequestHeader(value = DEVICE, required = false) @Nullable String device,
            MultipartHttpServletRequest request)
            throws IOException {
        brake.pass(request.getRemoteAddr());
        if (device == null
                || device.isBlank()
                || device.length() > LONGEST_DEVICE
                || request.getContentLengthLong() < 0) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "malformed");
        }
        if (request.getContentLengthLong() > LARGEST_PETITION) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        NewPetition petition = PetitionForm.read(request, this::isVillage);
        if (intake.isKept(petition.sentId())) {
            return taken(codes.of(petition.sentId()));
        }
        limit.count(request.getRemoteAddr(), device);
        return taken(intake.take(petition.with(photo(request.getFile("photo")))));
    }

    private boolean isVillage(String code) {
        return regions.find(code)
                .map(Region::level)
                .filter(level -> level.equals("village") && code.startsWith(regency.code() + "."))
                .isPresent();
    }

    private @Nullable EvidenceFile photo(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try (InputStream content = file.getInputStream()) {
            EvidenceFile kept = evidence.keep(content, LARGEST_PHOTO);
            if (!kept.isImage()) {
                throw Refusal.invalid("/photo", "not-a-photo");
            }
            return kept;
        }
    }

    private static ResponseEntity<Taken> taken(SpokenCode code) {
        return unkept(HttpStatus.CREATED, new Taken(code.text()));
    }

    @PostMapping("/petition-status")
    ResponseEntity<PetitionStatus> petitionStatus(@RequestBody CodeForm form, HttpServletRequest request) {
        brake.pass(request.getRemoteAddr());
        return unkept(HttpStatus.OK, status.ofPetition(code(form.code())));
    }

    @PostMapping("/family-status")
    ResponseEntity<FamilyStatus> familyStatus(@RequestBody FamilyForm form, HttpServletRequest request) {
        brake.pass(request.getRemoteAddr());
        String number = form.number();
        if (number == null || number.isBlank()) {
            throw Refusal.invalid("/number", "required");
        }
        return unkept(HttpStatus.OK, status.ofFamily(number, code(form.code())));
    }

    private static SpokenCode code(@Nullable String written) {
        return SpokenCode.parse(written == null ? "" : written)
                .orElseThrow(() -> Refusal.invalid("/code", "code-mistyped"));
    }

    private static <T> ResponseEntity<T> unkept(HttpStatus answer, T body) {
        return ResponseEntity.status(answer)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
