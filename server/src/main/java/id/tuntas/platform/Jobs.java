package id.tuntas.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Slow work, kept in the database: taken by one replica at a time ({@code for update skip locked}), taken again when its worker died,
 * with progress that a page can show.
 */
public interface Jobs {

    /** Adds a job in the caller's transaction; it is taken after the commit. */
    UUID start(String regencyCode, String kind, Object payload, @Nullable UUID createdBy);

    Optional<Job> find(String regencyCode, UUID id);

    /** Runs what is due until nothing is left, in the caller's thread; for tests and for the demo's seeding. */
    void drain();

    /** Waits for a job to end. Throws {@link IllegalStateException} when the time is over. */
    Job await(String regencyCode, UUID id, Duration atMost);

    /**
     * @param state queued, running, done, failed
     * @param problem code of what failed, with its arguments; null unless failed
     */
    record Job(
            UUID id,
            String kind,
            String state,
            @Nullable String stage,
            long done,
            @Nullable Long total,
            @Nullable JsonNode result,
            @Nullable JsonNode problem,
            @Nullable UUID createdBy) {}
}
