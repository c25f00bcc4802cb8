package id.tuntas.demo.internal;

import id.tuntas.cases.CaseMember;
import id.tuntas.cases.FamilyCase;
import id.tuntas.demo.internal.DemoPlan.Road;
import id.tuntas.platform.BusinessClock;
import id.tuntas.regions.Region;
import id.tuntas.rounds.Round;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit that is about to be paid.
 *
 * @param replaces instanceID of the visit that came back; null for the first one
 * @param later whether the family is visited once more after help
 */
record DemoVisit(
        long seed,
        Road road,
        FamilyCase family,
        List<CaseMember> members,
        Region village,
        Round round,
        LocalDate day,
        LocalTime end,
        @Nullable String replaces,
        boolean later) {

    private static final int SHORTEST_MINUTES = 12;
    private static final int MORE_MINUTES = 30;
    private static final long LATER = 1_000_000_007L;

    DemoVisit {
        members = List.copyOf(members);
    }

    /** The same for the first visit and its correction, so that the family stays who it is. */
    Random familyChance() {
        return new Random(seed * 1_000_003 + road.family());
    }

    Random visitChance() {
        return new Random(seed * 1_000_033 + road.family() * 2L + (replaces == null ? 0 : 1) + (later ? LATER : 0));
    }

    String instanceId() {
        String name = "demo " + seed + " " + road.family() + (later ? " later" : replaces == null ? "" : " again");
        return "uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Instant endedAt() {
        return ZonedDateTime.of(day, end, BusinessClock.ZONE).toInstant();
    }

    Instant startedAt() {
        return endedAt()
                .minus(Duration.ofMinutes(SHORTEST_MINUTES + visitChance().nextInt(MORE_MINUTES)));
    }
}
