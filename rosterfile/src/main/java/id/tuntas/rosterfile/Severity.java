package id.tuntas.rosterfile;

/** An error keeps the row out; a warning lets it in, marked. */
public enum Severity {
    ERROR,
    WARNING;

    public String key() {
        return this == ERROR ? "error" : "warning";
    }
}
