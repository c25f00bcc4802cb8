package id.tuntas.cases.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.cases.AssignmentProposal;
import id.tuntas.cases.Assignments;
import id.tuntas.cases.Assignments.AssignFamilies;
import id.tuntas.cases.Assignments.Move;
import id.tuntas.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AssignmentController {

    record ProposalForm(
            @Nullable List<String> districts, @Nullable Boolean onlyUnassigned) {}

    record MoveForm(
            @Nullable String village,
            @Nullable UUID fromOfficer,
            @Nullable UUID toOfficer,
            @Nullable Integer families) {}

    record MovesForm(@Nullable List<MoveForm> moves) {}

    record AssignForm(
            @Nullable UUID officerId,
            @Nullable List<UUID> caseIds,
            @Nullable List<String> villages,
            @Nullable String reason) {}

    record Assigned(int assigned) {}

    private final Assignments assignments;

    AssignmentController(Assignments assignments) {
        this.assignments = assignments;
    }

    @PostMapping("/rounds/{code}/assignment-proposals")
    AssignmentProposal propose(Actor actor, @PathVariable String code, @RequestBody ProposalForm form) {
        actor.require(Verb.CASE_ASSIGN);
        return assignments.propose(
                actor,
                code,
                form.districts() == null ? List.of() : form.districts(),
                !Boolean.FALSE.equals(form.onlyUnassigned()));
    }

    @GetMapping("/assignment-proposals/{id}")
    AssignmentProposal show(Actor actor, @PathVariable UUID id) {
        return assignments.find(actor, id);
    }

    @PatchMapping("/assignment-proposals/{id}")
    AssignmentProposal adjust(Actor actor, @PathVariable UUID id, @RequestBody MovesForm form) {
        actor.require(Verb.CASE_ASSIGN);
        List<Move> moves = new ArrayList<>();
        for (MoveForm move : form.moves() == null ? List.<MoveForm>of() : form.moves()) {
            String pointer = "/moves/" + moves.size();
            moves.add(new Move(
                    required(move.village(), pointer + "/village"),
                    required(move.fromOfficer(), pointer + "/fromOfficer"),
                    required(move.toOfficer(), pointer + "/toOfficer"),
                    required(move.families(), pointer + "/families")));
        }
        return assignments.adjust(actor, id, moves);
    }

    @PostMapping("/assignment-proposals/{id}/commit")
    Assigned commit(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.CASE_ASSIGN);
        return new Assigned(assignments.commit(actor, id));
    }

    @PostMapping("/assignments")
    Assigned assign(Actor actor, @RequestBody AssignForm form) {
        actor.require(Verb.CASE_ASSIGN);
        return new Assigned(assignments.assign(
                actor,
                new AssignFamilies(
                        required(form.officerId(), "/officerId"),
                        form.caseIds() == null ? List.of() : form.caseIds(),
                        form.villages() == null ? List.of() : form.villages(),
                        form.reason())));
    }

    private static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw Refusal.invalid(pointer, "required");
        }
        return value;
    }
}
