package id.tuntas.rosterfile.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180 with a comma, semicolon or tab; one sheet without a name. */
final class CsvFile implements TableFile {

    private static final int SNIFFED_LINES = 25;
    private static final int SNIFFED_CHARACTERS = 1 << 16;

    private final Path path;
    private final Charset charset;
    private final char separator;
    private final int widest;

    CsvFile(Path path, Charset charset) throws IOException {
        this.path = path;
        this.charset = charset;
        char[] top = top();
        char best = ',';
        int most = 0;
        for (char sign : new char[] {',', ';', '\t'}) {
            int weight = weight(signsByLine(top, sign));
            if (weight > most) {
                most = weight;
                best = sign;
            }
        }
        this.separator = best;
        this.widest = signsByLine(top, best).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet() {
            @Override
            public @Nullable String name() {
                return null;
            }

            @Override
            public RowCursor rows() throws IOException {
                return new Cursor();
            }
        });
    }

    @Override
    public boolean from1904() {
        return false;
    }

    @Override
    public void close() {}

    private Reader reader(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private char[] top() throws IOException {
        char[] text = new char[SNIFFED_CHARACTERS];
        int length = 0;
        try (Reader reader = reader(Files.newInputStream(path))) {
            int read;
            while (length < text.length && (read = reader.read(text, length, text.length - length)) > 0) {
                length += read;
            }
        }
        return Arrays.copyOf(text, length);
    }

    /** A separator stands equally often on many lines; the commas of addresses and titles don't. */
    private static int weight(List<Integer> signsByLine) {
        Map<Integer, Integer> weights = new HashMap<>();
        signsByLine.forEach(signs -> weights.merge(signs, signs, Integer::sum));
        return Collections.max(weights.values());
    }

    private static List<Integer> signsByLine(char[] text, char sign) {
        List<Integer> lines = new ArrayList<>();
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length && lines.size() < SNIFFED_LINES; i++) {
            char c = text[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (c == sign && !quoted) {
                count++;
            } else if ((c == '\n' || c == '\r') && !quoted) {
                lines.add(count);
                count = 0;
            }
        }
        lines.add(count);
        return lines;
    }

    private final class Cursor implements RowCursor {

        private final Row row = new Row();
        private final CountingStream bytes;
        private final long size;
        private final CsvReader<CsvRecord> csv;
        private final Iterator<CsvRecord> records;
        private int number;

        Cursor() throws IOException {
            size = Math.max(1, Files.size(path));
            bytes = new CountingStream(Files.newInputStream(path));
            csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(1 << 20)
                    .ofCsvRecord(reader(bytes));
            records = csv.iterator();
        }

        @Override
        public boolean next() throws FileRefused {
            try {
                while (records.hasNext()) {
                    fill(records.next());
                    if (row.width() > 0) {
                        return true;
                    }
                }
                return false;
            } catch (CsvParseException broken) {
                throw new FileRefused(reason());
            }
        }

        /** FastCSV has no kinds of its own: past its bounds it stops where it is, an open quote it finds at the end. */
        private Reason reason() {
            if (widest >= Limits.COLUMNS) {
                return Reason.TOO_MANY_COLUMNS;
            }
            return bytes.count < size ? Reason.CELL_TOO_LONG : Reason.DAMAGED;
        }

        private void fill(CsvRecord csvRecord) throws FileRefused {
            row.start(++number);
            for (int i = 0; i < csvRecord.getFieldCount(); i++) {
                String field = csvRecord.getField(i);
                if (field.length() > Limits.CELL_CHARACTERS) {
                    throw new FileRefused(Reason.CELL_TOO_LONG);
                }
                if (!field.isEmpty()) {
                    set(i, field);
                }
            }
        }

        /** Excel writes {@code ="0123"} to keep a number's digits; any other field that starts with = is a formula. */
        private void set(int column, String field) throws FileRefused {
            if (field.charAt(0) != '=' || field.length() == 1) {
                row.set(column, CellKind.TEXT, field);
            } else if (field.startsWith("=\"") && field.endsWith("\"") && field.length() > 2) {
                row.set(column, CellKind.TEXT, field.substring(2, field.length() - 1));
            } else {
                row.set(column, CellKind.FORMULA, field);
            }
        }

        @Override
        public Row row() {
            return row;
        }

        @Override
        public int percent() {
            return (int) Math.min(100, bytes.count * 100 / size);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    private static final class CountingStream extends FilterInputStream {

        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
