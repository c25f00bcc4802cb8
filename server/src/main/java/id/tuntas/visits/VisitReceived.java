package id.tuntas.visits;

import java.util.UUID;

/**
 * A visit was interpreted, or more of its files came. Told within the transaction that writes its row.
 *
 * @param withFiles whether files of it are there
 */
public record VisitReceived(String regencyCode, UUID visitId, boolean withFiles) {}
