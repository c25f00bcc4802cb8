package id.tuntas.monitoring.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Entry;
import id.tuntas.visits.Revisits;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Acts that would tell which families a watch drew, while it runs. */
@Component
class SecretActs {

    private final Revisits revisits;

    SecretActs(Revisits revisits) {
        this.revisits = revisits;
    }

    /** Whether the actor may know of an entry: one who draws samples may know of all. */
    Predicate<Entry> toldTo(Actor actor) {
        if (actor.may(Verb.VISIT_SAMPLE, actor.regencyCode())) {
            return entry -> true;
        }
        Set<String> secret = revisits.secret(actor.regencyCode()).stream()
                .map(UUID::toString)
                .collect(Collectors.toSet());
        return entry -> !secret.contains(String.valueOf(entry.detail().get("revisit")));
    }
}
