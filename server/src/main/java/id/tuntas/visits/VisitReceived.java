package id.tuntas.visits;

import java.util.UUID;

/** A visit was interpreted, or more of its files came. Told within the transaction that writes its row. */
public record VisitReceived(String regencyCode, UUID visitId) {}
