package id.tuntas.reports.internal;

import java.io.IOException;
import java.util.List;

/**
 * Makes one kind of report: first reads all it needs, at one moment, then writes it as often as it takes.
 *
 * @param <D> what is read; kept as JSON between the two
 */
interface ReportMaker<D> {

    ReportKind kind();

    Class<D> facts();

    D read(Ask ask);

    /** What the facts are in rows: the whole of a workbook or a CSV, and what the digest is of. */
    List<Table> tables(D facts);

    /** The file in a format other than XLSX and CSV, which are the tables. */
    byte[] write(D facts, Head head, Papers papers) throws IOException;

    /** Papers that one report is made of; one that was made before the job died is not made again. */
    interface Papers {
        byte[] keep(String name, Making paper) throws IOException;

        /** How many there will be; for the progress. */
        void expect(int papers);
    }

    interface Making {
        byte[] make() throws IOException;
    }
}
