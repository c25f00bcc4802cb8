package id.tuntas.monitoring.internal;

import id.tuntas.access.Actor;
import id.tuntas.access.Grant;
import id.tuntas.access.Verb;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.util.stream.Collectors;

/** The name of a sum: of the whole round, or of the part of it that the asker sees, which it then says. */
final class ScopeName {

    private ScopeName() {}

    static String of(Actor actor, Round round, Regions regions) {
        if (actor.may(Verb.PROGRESS_READ, actor.regencyCode())) {
            return round.name();
        }
        return round.name() + " \u2013 "
                + actor.grants().stream()
                        .filter(grant -> grant.role().may(Verb.PROGRESS_READ))
                        .map(Grant::region)
                        .distinct()
                        .map(regions::name)
                        .collect(Collectors.joining(", "));
    }
}
