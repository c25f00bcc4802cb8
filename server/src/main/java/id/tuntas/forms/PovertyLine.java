package id.tuntas.forms;

/** A round's lines in rupiah a person a month; somebody below {@code extreme} is extremely poor, below {@code poor} poor. */
public record PovertyLine(long extreme, long poor) {
    public PovertyLine {
        if (extreme <= 0 || poor < extreme) {
            throw new IllegalArgumentException("lines must be positive and rising: " + extreme + ", " + poor);
        }
    }
}
