package id.tuntas.cases;

/** What a roster release did to the cases of a round, in families; {@code members} counts the people that came with them. */
public record OpenedCases(int added, int changed, int returned, int unchanged, int members) {}
