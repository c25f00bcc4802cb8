package id.tuntas.reports.internal;

import java.util.List;

/** Letters to several, each about its own. */
record Letters(List<Letter> letters) {

    /**
     * @param file where it lies in an archive
     * @param to lines of the address
     * @param about what it says before its tables
     */
    record Letter(String file, List<String> to, String subject, String about, List<Table> tables) {}
}
