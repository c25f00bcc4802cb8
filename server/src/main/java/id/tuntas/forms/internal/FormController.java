package id.tuntas.forms.internal;

import id.tuntas.access.Actor;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.FormDefinition.FormChoice;
import id.tuntas.forms.FormReader;
import id.tuntas.forms.FormVersion;
import id.tuntas.forms.Forms;
import id.tuntas.forms.Words;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/forms")
class FormController {

    /** Every officer's phone carries them, however weak its signal. */
    private static final long MAX_BYTES_BESIDE = 30L * 1024 * 1024;

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    record QuestionView(
            String path,
            @Nullable Words group,
            String type,
            Words label,
            @Nullable Words hint,
            List<FormChoice> choices) {}

    private final Forms forms;

    FormController(Forms forms) {
        this.forms = forms;
    }

    @GetMapping
    Page<FormVersion> list(Actor actor) {
        return new Page<>(forms.list(actor), null);
    }

    /**
     * The form's part is called {@code xml}, or {@code file} as elsewhere; each list of choices that comes with it {@code lists}, each picture,
     * sound or film {@code media}, by its file's name. Throws {@link Refusal} 422 form-file-twice for two files of one name.
     */
    @PostMapping
    ResponseEntity<FormVersion> upload(
            Actor actor,
            @RequestPart(name = "xml", required = false) @Nullable MultipartFile xml,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
            @RequestPart(name = "lists", required = false) @Nullable List<MultipartFile> lists,
            @RequestPart(name = "media", required = false) @Nullable List<MultipartFile> media)
            throws IOException {
        MultipartFile given = xml == null ? file : xml;
        List<MultipartFile> beside = Stream.of(lists, media)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        if (beside.stream().mapToLong(MultipartFile::getSize).sum() > MAX_BYTES_BESIDE) {
            throw tooLarge();
        }
        Map<String, byte[]> files = new HashMap<>();
        for (MultipartFile one : beside) {
            String name = Objects.requireNonNullElse(one.getOriginalFilename(), "");
            byte[] other = files.put(name, bytes(one));
            if (other != null) {
                throw new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT, "form-file-twice", name, other.length, one.getSize());
            }
        }
        byte[] form = given == null ? new byte[0] : bytes(given);
        return ResponseEntity.status(HttpStatus.CREATED).body(forms.upload(actor, form, files));
    }

    private static Refusal tooLarge() {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    private static byte[] bytes(MultipartFile part) throws IOException {
        if (part.getSize() > FormReader.MAX_BYTES) {
            throw tooLarge();
        }
        return part.getBytes();
    }

    @GetMapping("/{formId}/{version}.xml")
    ResponseEntity<byte[]> xml(Actor actor, @PathVariable String formId, @PathVariable String version) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "xml", StandardCharsets.UTF_8))
                .cacheControl(FOR_GOOD)
                .body(get(actor, formId, version).xml().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{formId}/{version}/questions")
    Page<QuestionView> questions(Actor actor, @PathVariable String formId, @PathVariable String version) {
        return new Page<>(
                get(actor, formId, version).questions().stream()
                        .map(question -> new QuestionView(
                                question.path(),
                                question.page(),
                                question.type().name().toLowerCase(Locale.ROOT),
                                question.label(),
                                question.hint(),
                                question.choices()))
                        .toList(),
                null);
    }

    private FormDefinition get(Actor actor, String formId, String version) {
        return forms.find(actor.regencyCode(), formId, version).orElseThrow(Refusal::notFound);
    }
}
