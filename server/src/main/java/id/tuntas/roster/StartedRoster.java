package id.tuntas.roster;

import java.util.UUID;

/** @param jobId the check that was started */
public record StartedRoster(UUID rosterId, UUID jobId) {}
