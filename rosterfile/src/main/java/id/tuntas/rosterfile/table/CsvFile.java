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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
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
            int count = widest(top, sign);
            if (count > most) {
                most = count;
                best = sign;
            }
        }
        this.separator = best;
        this.widest = most;
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

    /** The widest line near the top: the header has more columns than a title has commas. */
    private static int widest(char[] text, char sign) {
        int widest = 0;
        int count = 0;
        int lines = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length && lines < SNIFFED_LINES; i++) {
            char c = text[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (c == sign && !quoted) {
                widest = Math.max(widest, ++count);
            } else if (c == '\n' && !quoted) {
                lines++;
                count = 0;
            }
        }
        return widest;
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
                throw new FileRefused(widest >= Limits.COLUMNS ? Reason.TOO_MANY_COLUMNS : Reason.DAMAGED);
            }
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
