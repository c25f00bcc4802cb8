package id.tuntas.rosterfile;

/** What a run is doing, as named on the progress bar; the server adds the commit. */
public enum Stage {
    READ,
    MATCH,
    VALIDATE,
    REPORT;

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
