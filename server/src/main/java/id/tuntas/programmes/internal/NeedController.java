package id.tuntas.programmes.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Need;
import id.tuntas.programmes.Needs;
import id.tuntas.programmes.internal.FamilyNeeds.NeedView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{id}/needs")
class NeedController {

    record DecisionForm(
            @Nullable String need,
            @Nullable Boolean confirmed,
            @Nullable String reason) {}

    private final Needs needs;
    private final FamilyNeeds families;

    NeedController(Needs needs, FamilyNeeds families) {
        this.needs = needs;
        this.families = families;
    }

    @GetMapping
    Page<NeedView> list(Actor actor, @PathVariable UUID id) {
        actor.require(Verb.CASE_READ);
        return new Page<>(families.of(actor, id), null);
    }

    /** A person's word on one need; answers with all of them as they stand then. */
    @PostMapping
    Page<NeedView> decide(Actor actor, @PathVariable UUID id, @RequestBody DecisionForm form) {
        actor.require(Verb.NEED_CONFIRM);
        Need need = Need.findByKey(form.need() == null ? "" : form.need())
                .orElseThrow(() -> Refusal.invalid("/need", "unknown"));
        if (form.confirmed() == null) {
            throw Refusal.invalid("/confirmed", "required");
        }
        needs.decide(actor, id, need, form.confirmed(), form.reason() == null ? "" : form.reason());
        return list(actor, id);
    }
}
