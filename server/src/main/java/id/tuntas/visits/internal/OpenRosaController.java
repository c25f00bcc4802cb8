package id.tuntas.visits.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.CollectKeys;
import id.tuntas.access.Verb;
import id.tuntas.forms.FormDefinition;
import id.tuntas.forms.FormFile;
import id.tuntas.forms.Forms;
import id.tuntas.forms.VervalForm;
import id.tuntas.platform.Hashes;
import id.tuntas.platform.Refusal;
import id.tuntas.rounds.Rounds;
import id.tuntas.visits.internal.OpenRosaXml.ListedForm;
import id.tuntas.visits.internal.OpenRosaXml.MediaFile;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * OpenRosa 1.0 for one officer, as ODK Collect speaks it: {@code https://docs.getodk.org/openrosa/}. Every answer bears OpenRosa's headers,
 * every refusal is an OpenRosa document in the officer's language. Submissions themselves are taken by {@link SubmissionFilter}.
 */
@ApiResponse(responseCode = "401", description = "The key is unknown.", content = @Content(mediaType = "text/xml"))
@ApiResponse(
        responseCode = "403",
        description = "The key's owner sends no visits.",
        content = @Content(mediaType = "text/xml"))
@RestController
@RequestMapping("/odk")
class OpenRosaController {

    private final CollectKeys keys;
    private final Forms forms;
    private final Rounds rounds;
    private final OfficerLists lists;
    private final OpenRosaAddress address;
    private final OpenRosaRefusals refusals;

    OpenRosaController(
            CollectKeys keys,
            Forms forms,
            Rounds rounds,
            OfficerLists lists,
            OpenRosaAddress address,
            OpenRosaRefusals refusals) {
        this.keys = keys;
        this.forms = forms;
        this.rounds = rounds;
        this.lists = lists;
        this.address = address;
        this.refusals = refusals;
    }

    @GetMapping("/key/{key}/formList")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/xml", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> formList(@PathVariable String key, @RequestParam(required = false) @Nullable String formID) {
        Actor officer = officer(key);
        String server = address.of(key);
        List<ListedForm> listed = form(officer).stream()
                .filter(form -> formID == null || formID.equals(form.formId()))
                .map(form -> listed(form, server))
                .toList();
        return xml(HttpStatus.OK, OpenRosaXml.formList(listed));
    }

    /** The form of the open round; before there is one, the newest verification form, so that a phone can be set up. */
    private Optional<FormDefinition> form(Actor officer) {
        return rounds.current(officer.regencyCode())
                .flatMap(round -> forms.find(officer.regencyCode(), round.formId(), round.formVersion()))
                .or(() -> forms.newest(officer.regencyCode(), VervalForm.FORM_ID));
    }

    private static ListedForm listed(FormDefinition form, String server) {
        String path = server + "/forms/" + form.formId() + "/" + form.version();
        return new ListedForm(
                form.formId(),
                form.title(),
                form.version(),
                Hashes.hex(Hashes.md5(form.xml().getBytes(StandardCharsets.UTF_8))),
                path + "/form.xml",
                form.externalFiles().isEmpty() && form.media().isEmpty() ? null : path + "/manifest");
    }

    @GetMapping("/key/{key}/forms/{formId}/{version}/form.xml")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/xml", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "404", description = "No such form.", content = @Content(mediaType = "text/xml"))
    ResponseEntity<byte[]> form(@PathVariable String key, @PathVariable String formId, @PathVariable String version) {
        FormDefinition form = get(officer(key), formId, version);
        return xml(HttpStatus.OK, form.xml().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/key/{key}/forms/{formId}/{version}/manifest")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/xml", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "404", description = "No such form.", content = @Content(mediaType = "text/xml"))
    ResponseEntity<byte[]> manifest(
            @PathVariable String key, @PathVariable String formId, @PathVariable String version) {
        Actor officer = officer(key);
        FormDefinition form = get(officer, formId, version);
        String server = address.of(key);
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String name : form.externalFiles()) {
            lists.file(officer, formId, version, name)
                    .ifPresent(list -> hashes.put(name, Hashes.hex(Hashes.md5(list.content()))));
        }
        hashes.putAll(forms.mediaHashes(officer.regencyCode(), formId, version));
        List<MediaFile> files = hashes.entrySet().stream()
                .map(file -> mediaFile(file.getKey(), file.getValue(), server, form))
                .toList();
        return xml(HttpStatus.OK, OpenRosaXml.manifest(files));
    }

    private static MediaFile mediaFile(String name, String md5, String server, FormDefinition form) {
        boolean entities = name.equals(VervalForm.FAMILIES_FILE);
        return new MediaFile(
                name,
                md5,
                server + "/forms/" + form.formId() + "/" + form.version() + "/media/"
                        + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8),
                entities,
                entities ? server + "/integrity" : null);
    }

    @GetMapping("/key/{key}/forms/{formId}/{version}/media/{name}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "404",
            description = "No such form or file.",
            content = @Content(mediaType = "text/xml"))
    ResponseEntity<byte[]> media(
            @PathVariable String key,
            @PathVariable String formId,
            @PathVariable String version,
            @PathVariable String name) {
        Actor officer = officer(key);
        get(officer, formId, version);
        FormFile file = lists.file(officer, formId, version, name).orElseThrow(Refusal::notFound);
        return answer(HttpStatus.OK)
                .contentType(MediaType.parseMediaType(file.type()))
                .body(file.content());
    }

    @GetMapping("/key/{key}/integrity")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/xml", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> integrity(@PathVariable String key, @RequestParam(defaultValue = "") String id) {
        Set<String> there = lists.families(officer(key)).stream()
                .map(family -> family.family().number().text())
                .collect(Collectors.toSet());
        List<String> asked = Arrays.stream(id.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return xml(HttpStatus.OK, OpenRosaXml.integrity(asked, there));
    }

    /** Form Submission API: a client asks first what it may send. */
    @RequestMapping(
            path = "/key/{key}/submission",
            method = {RequestMethod.HEAD, RequestMethod.GET})
    @ApiResponse(responseCode = "204", description = "He may.", content = @Content)
    ResponseEntity<byte[]> mayISend(@PathVariable String key) {
        officer(key);
        return answer(HttpStatus.NO_CONTENT).build();
    }

    /** Whatever else is asked for below /odk. */
    @Hidden
    @RequestMapping("/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        String[] path = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/");
        if (path.length > 3 && path[2].equals("key")) {
            officer(path[3]);
            throw Refusal.notFound();
        }
        throw new Refusal(HttpStatus.UNAUTHORIZED, "collect-key");
    }

    private Actor officer(String key) {
        return officer(keys, key);
    }

    static Actor officer(CollectKeys keys, String key) {
        Actor officer = keys.resolve(key).orElseThrow(() -> new Refusal(HttpStatus.UNAUTHORIZED, "collect-key"));
        officer.require(Verb.VISIT_SUBMIT);
        return officer;
    }

    private FormDefinition get(Actor officer, String formId, String version) {
        return forms.find(officer.regencyCode(), formId, version).orElseThrow(Refusal::notFound);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> failed(Exception e, HttpServletRequest request, Locale locale) {
        OpenRosaRefusals.Answer answer = refusals.answer(e, request, locale);
        return xml(answer.status(), answer.xml());
    }

    private static ResponseEntity<byte[]> xml(HttpStatusCode status, byte[] body) {
        return answer(status).contentType(OpenRosaRefusals.XML).body(body);
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatusCode status) {
        return ResponseEntity.status(status).headers(OpenRosaRefusals.headers());
    }
}
