package id.tuntas.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A random draw that anybody can repeat: the order of the SHA-256 of seed and id. It does not depend on the order in which the ids
 * are given, nor on the version of a random number generator.
 */
public final class Lot {

    private Lot() {}

    public static List<UUID> draw(String seed, Collection<UUID> ids, int size) {
        record Ticket(UUID id, byte[] number) {}
        return ids.stream()
                .map(id -> new Ticket(id, Hashes.sha256((seed + "/" + id).getBytes(StandardCharsets.UTF_8))))
                .sorted(Comparator.comparing(Ticket::number, Arrays::compareUnsigned))
                .limit(size)
                .map(Ticket::id)
                .toList();
    }
}
