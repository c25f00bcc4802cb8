package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Devices;
import id.tuntas.access.Verb;
import id.tuntas.cases.internal.FieldActs.FieldAct;
import id.tuntas.platform.Json;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.platform.Refusal.FieldProblem;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

@RestController
class FieldActController {

    private static final int MOST_AT_ONCE = 1_000;

    record ActForm(
            @Nullable UUID id,
            @Nullable String verb,
            @Nullable UUID caseId,
            @Nullable UUID memberId,
            @Nullable Instant at) {}

    private final FieldActs acts;
    private final Json json;

    FieldActController(FieldActs acts, Json json) {
        this.acts = acts;
        this.json = json;
    }

    /** The body is read after the right to send it was looked at. */
    @PostMapping("/api/v1/me/acts")
    Page<FieldActs.Result> record(
            Actor actor,
            @RequestHeader(name = Devices.HEADER, required = false) @Nullable String deviceId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            array = @ArraySchema(schema = @Schema(implementation = ActForm.class))))
                    @RequestBody
                    String body) {
        actor.require(Verb.VISIT_SUBMIT);
        return new Page<>(acts.record(actor, deviceId, read(body)), null);
    }

    private List<FieldAct> read(String body) {
        List<ActForm> forms;
        try {
            forms = json.read(body, new TypeReference<List<ActForm>>() {});
        } catch (JacksonException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "malformed");
        }
        if (forms.size() > MOST_AT_ONCE) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        List<FieldProblem> problems = new ArrayList<>();
        List<FieldAct> read = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            ActForm form = forms.get(i);
            if (!FieldActs.NIK_UNMASKED.equals(form.verb())) {
                problems.add(new FieldProblem("/" + i + "/verb", "unknown", List.of()));
            }
            if (form.id() != null && form.caseId() != null && form.memberId() != null && form.at() != null) {
                read.add(new FieldAct(form.id(), form.caseId(), form.memberId(), form.at()));
            } else {
                problems.add(new FieldProblem("/" + i, "required", List.of()));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return read;
    }
}
