package id.tuntas.access.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Verb;
import java.util.List;
import java.util.UUID;

/** The signed-in person as screens see him. */
record UserView(UUID id, String username, String name, String locale, List<Grant> roles, List<String> can) {

    static UserView of(Actor actor) {
        return new UserView(
                actor.id(),
                actor.username(),
                actor.name(),
                actor.locale(),
                actor.grants(),
                actor.verbs().stream().map(Verb::key).sorted().toList());
    }
}
