package id.tuntas.rosterfile;

/** Told now and then how far a run is; may be called often and must be quick. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (stage, file, rows, percent) -> {};

    /**
     * @param file the file in hand
     * @param rows of all files so far
     * @param percent of the file's bytes in this stage, 0 to 100
     */
    void at(Stage stage, String file, long rows, int percent);
}
