package id.tuntas.rounds;

import java.util.UUID;

/** A round was changed. Told within the transaction that changes its row. */
public record RoundRevised(String regencyCode, UUID roundId, RoundState before, RoundState after) {}
