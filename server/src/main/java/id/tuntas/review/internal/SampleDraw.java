package id.tuntas.review.internal;

import id.tuntas.platform.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A random draw that anybody can repeat: the order of the SHA-256 of seed and id. It does not depend on the order in which the visits
 * are given, nor on the version of a random number generator.
 */
final class SampleDraw {

    private SampleDraw() {}

    static List<UUID> draw(String seed, Collection<UUID> visits, int size) {
        record Ticket(UUID visit, byte[] number) {}
        return visits.stream()
                .map(visit -> new Ticket(visit, Hashes.sha256((seed + "/" + visit).getBytes(StandardCharsets.UTF_8))))
                .sorted(Comparator.comparing(Ticket::number, Arrays::compareUnsigned))
                .limit(size)
                .map(Ticket::visit)
                .toList();
    }
}
