package id.tuntas.rosterfile.table;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain tables as a workbook, row by row, in steady memory. The same rows give the same bytes: no time and no
 * machine's name is written.
 */
public final class WorkbookWriter implements Closeable {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final int NAME_LENGTH = 31;
    private static final int FLUSH = 1 << 15;

    private final ZipOutputStream zip;
    private final List<String> names = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final StringBuilder xml = new StringBuilder(FLUSH * 2);
    private int row;
    private boolean inRow;

    public WorkbookWriter(OutputStream out) {
        zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Ends the sheet before and starts one; a name that is taken gets a number. */
    public void sheet(String name) throws IOException {
        endSheet();
        names.add(free(name));
        entry("xl/worksheets/sheet" + names.size() + ".xml");
        xml.append(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
        row = 0;
    }

    private String free(String wanted) {
        String clean = wanted.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String base = clean.isEmpty() ? "Sheet" : clean.substring(0, Math.min(NAME_LENGTH, clean.length()));
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " (" + i + ")";
            name = base.substring(0, Math.min(base.length(), NAME_LENGTH - suffix.length())) + suffix;
        }
        return name;
    }

    /** Starts the next row. */
    public void row() throws IOException {
        endRow();
        row++;
        inRow = true;
        xml.append("<row r=\"").append(row).append("\">");
        if (xml.length() > FLUSH) {
            flush();
        }
    }

    /** Leaves rows empty. */
    public void skipRows(int count) {
        endRow();
        row += count;
    }

    public void text(int column, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        cell(column);
        xml.append(" t=\"inlineStr\"><is><t");
        if (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ') {
            xml.append(" xml:space=\"preserve\"");
        }
        xml.append('>');
        escape(text);
        xml.append("</t></is></c>");
    }

    /** A number as it is to stand in the cell. */
    public void number(int column, String number) {
        cell(column);
        xml.append("><v>");
        escape(number);
        xml.append("</v></c>");
    }

    /** A formula with the value that a spreadsheet would show. */
    public void formula(int column, String formula, String cached) {
        cell(column);
        xml.append(" t=\"str\"><f>");
        escape(formula);
        xml.append("</f><v>");
        escape(cached);
        xml.append("</v></c>");
    }

    private void cell(int column) {
        xml.append("<c r=\"").append(Columns.letter(column)).append(row).append('"');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\t', '\n' -> xml.append(c);
                default -> {
                    if (c < ' ' || c == '\uFFFE' || c == '\uFFFF') {
                        xml.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
                    } else {
                        xml.append(c);
                    }
                }
            }
        }
    }

    private void endRow() {
        if (inRow) {
            xml.append("</row>");
            inRow = false;
        }
    }

    private void endSheet() throws IOException {
        if (names.isEmpty()) {
            return;
        }
        endRow();
        xml.append("</sheetData></worksheet>");
        flush();
        zip.closeEntry();
    }

    private void flush() throws IOException {
        zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        xml.setLength(0);
    }

    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private void part(String name, String content) throws IOException {
        entry(name);
        zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        endSheet();
        StringBuilder types =
                new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>");
        StringBuilder relations = new StringBuilder("<Relationships xmlns=\"" + RELATIONS + "\">");
        StringBuilder sheets =
                new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
        for (int i = 1; i <= names.size(); i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet")
                    .append(i)
                    .append(".xml\" ContentType=\"application/"
                            + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            relations
                    .append("<Relationship Id=\"rId")
                    .append(i)
                    .append("\" Type=\"" + OFFICE + "/worksheet\" Target=\"")
                    .append("worksheets/sheet")
                    .append(i)
                    .append(".xml\"/>");
            escape(names.get(i - 1));
            sheets.append("<sheet name=\"").append(xml.toString().replace("\"", "&quot;"));
            sheets.append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
            xml.setLength(0);
        }
        part("[Content_Types].xml", types.append("</Types>").toString());
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part("xl/workbook.xml", sheets.append("</sheets></workbook>").toString());
        part("xl/_rels/workbook.xml.rels", relations.append("</Relationships>").toString());
        zip.close();
    }
}
