package id.tuntas.monitoring.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Verb;
import id.tuntas.ledger.Entry;
import id.tuntas.ledger.UntoldActs;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Acts that would tell which families a watch drew, while it runs. */
@Component
class SecretActs {

    private final UntoldActs acts;

    SecretActs(UntoldActs acts) {
        this.acts = acts;
    }

    /** Whether the actor may know of an entry: one who draws samples may know of all. */
    Predicate<Entry> toldTo(Actor actor) {
        return actor.may(Verb.VISIT_SAMPLE, actor.regencyCode())
                ? entry -> true
                : acts.untold().negate();
    }
}
