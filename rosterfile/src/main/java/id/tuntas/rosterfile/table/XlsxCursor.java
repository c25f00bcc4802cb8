package id.tuntas.rosterfile.table;

import id.tuntas.rosterfile.Spelling;
import id.tuntas.rosterfile.table.FileRefused.Reason;
import java.io.IOException;
import java.math.BigDecimal;

/** Rows of one worksheet part. */
final class XlsxCursor implements RowCursor {

    private static final long ROW = XmlScanner.key("row");
    private static final long CELL = XmlScanner.key("c");
    private static final long VALUE = XmlScanner.key("v");
    private static final long FORMULA = XmlScanner.key("f");
    private static final long TEXT = XmlScanner.key("t");
    private static final long PHONETIC = XmlScanner.key("rPh");
    private static final long SHEET_DATA = XmlScanner.key("sheetData");
    private static final long REFERENCE = XmlScanner.key("r");

    private static final int SHARED = 1 << 8 | 's';
    private static final int BOOLEAN = 1 << 8 | 'b';
    private static final int NUMBER = 1 << 8 | 'n';
    private static final int LAST_ROW = 1_048_576;

    private final XmlScanner xml;
    private final SharedTexts shared;
    private final BoundedInflation inflation;
    private final long size;
    private final Row row = new Row();
    private final TextBytes value = new TextBytes();
    private int number;
    private int column;
    private int type;
    private boolean formula;
    private int phonetic;

    XlsxCursor(XmlScanner xml, SharedTexts shared, BoundedInflation inflation, long size) {
        this.xml = xml;
        this.shared = shared;
        this.inflation = inflation;
        this.size = size;
    }

    @Override
    public boolean next() throws IOException, FileRefused {
        int tag;
        while ((tag = xml.next()) != XmlScanner.END_OF_PART) {
            long name = xml.name();
            if (tag == XmlScanner.START) {
                start(name);
            } else if (name == CELL) {
                endCell();
            } else if (name == VALUE || name == TEXT) {
                xml.collect(null);
            } else if (name == PHONETIC) {
                phonetic--;
            } else if (name == ROW && row.width() > 0) {
                return true;
            } else if (name == SHEET_DATA) {
                return false;
            }
        }
        return false;
    }

    private void start(long name) throws FileRefused {
        if (name == CELL) {
            int given = xml.attributes().column(REFERENCE);
            column = given == -1 ? column + 1 : given;
            if (column < 0) {
                throw new FileRefused(Reason.DAMAGED);
            }
            type = xml.attributes().code(TEXT);
            formula = false;
            value.clear();
        } else if (name == VALUE || name == TEXT && phonetic == 0) {
            xml.collect(value);
        } else if (name == FORMULA) {
            formula = true;
        } else if (name == PHONETIC) {
            phonetic++;
        } else if (name == ROW) {
            int given = xml.attributes().number(REFERENCE);
            number = given == -1 ? number + 1 : given;
            if (number < 1 || number > LAST_ROW) {
                throw new FileRefused(Reason.DAMAGED);
            }
            column = -1;
            row.start(number);
        }
    }

    private void endCell() throws FileRefused {
        if (formula) {
            row.set(column, CellKind.FORMULA, value.text());
        } else if (value.length == 0) {
            return;
        } else if (type == SHARED) {
            row.set(column, CellKind.TEXT, plain(shared.get(value.number())));
        } else if (type == 0 || type == NUMBER) {
            setNumber(value.text());
        } else if (type == BOOLEAN) {
            row.set(column, CellKind.TEXT, value.number() == 1 ? "TRUE" : "FALSE");
        } else {
            row.set(column, CellKind.TEXT, plain(value.text()));
        }
    }

    /** {@code 5.108012001E9} is 5108012001; what is no number is kept as text. */
    private void setNumber(String number) throws FileRefused {
        if (Spelling.digits(number).length() == number.length()) {
            row.set(column, CellKind.NUMBER, number);
            return;
        }
        try {
            BigDecimal exact = new BigDecimal(number);
            boolean sane = Math.abs((long) exact.scale()) <= 40;
            row.set(column, CellKind.NUMBER, sane ? exact.stripTrailingZeros().toPlainString() : number);
        } catch (NumberFormatException none) {
            row.set(column, CellKind.TEXT, number);
        }
    }

    /** Undoes {@code _x000D_}, the workbook's escape for signs that XML can't hold (ECMA-376, 22.9.2.19). */
    private static String plain(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (at + 7 <= text.length() && text.charAt(at + 6) == '_' && hexadecimal(text, at + 2)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean hexadecimal(String text, int start) {
        for (int i = start; i < start + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public int percent() {
        return (int) Math.min(100, inflation.count() * 100 / size);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
