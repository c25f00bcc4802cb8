package id.tuntas.programmes.internal;

import id.tuntas.access.Accounts;
import id.tuntas.access.Actor;
import id.tuntas.access.Role;
import id.tuntas.access.Verb;
import id.tuntas.platform.Refusal;
import id.tuntas.programmes.Agencies;
import id.tuntas.programmes.Agencies.Agency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agencies")
class AgencyController {

    record Person(UUID id, String name) {}

    /** @param able everybody with the role of an agency, who may be appointed */
    record AgencyList(List<Agency> items, List<Person> able) {}

    record PeopleForm(@Nullable Set<UUID> people) {}

    private final Agencies agencies;
    private final Accounts accounts;

    AgencyController(Agencies agencies, Accounts accounts) {
        this.agencies = agencies;
        this.accounts = accounts;
    }

    @GetMapping
    AgencyList list(Actor actor) {
        actor.require(Verb.PROGRAMME_MANAGE);
        List<Person> able = accounts.withRole(actor.regencyCode(), Role.AGENCY, actor.regencyCode()).stream()
                .map(account -> new Person(account.id(), account.name()))
                .toList();
        return new AgencyList(agencies.list(actor.regencyCode()), able);
    }

    /** Who answers for an agency from now on. */
    @PutMapping("/{id}/people")
    AgencyList appoint(Actor actor, @PathVariable UUID id, @RequestBody PeopleForm form) {
        actor.require(Verb.PROGRAMME_MANAGE);
        if (form.people() == null) {
            throw Refusal.invalid("/people", "required");
        }
        agencies.appoint(actor, id, form.people());
        return list(actor);
    }
}
