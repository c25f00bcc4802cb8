package id.tuntas.decrees.internal;

import java.time.LocalDate;

/** The decree of a round as its page shows it. */
record DecreeShow(String round, String roundName, LocalDate asOf, DraftShow draft) {}
