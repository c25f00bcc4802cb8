package id.tuntas.rosterfile.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook that keeps its texts apart from its cells, as spreadsheet programs do. No text is shared by two cells: the most
 * that a reader ever has to hold.
 */
final class SharedTextWorkbook implements Closeable {

    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final ZipOutputStream zip;
    private final Writer out;
    private final Path kept;
    private final Writer texts;
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;
    private int sheet;

    SharedTextWorkbook(Path file, Path kept) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        this.kept = kept;
        this.texts = Files.newBufferedWriter(kept);
    }

    void sheet(String name) throws IOException {
        endSheet();
        sheet++;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(name, sheet, sheet));
        relations.append("<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                .formatted(sheet, OFFICE, sheet));
        start("xl/worksheets/sheet" + sheet + ".xml");
        out.write("<worksheet xmlns=\"" + SPREADSHEET + "\"><sheetData>");
    }

    void row(List<String> cells) throws IOException {
        out.write("<row>");
        for (String cell : cells) {
            out.write("<c t=\"s\"><v>" + count++ + "</v></c>");
            texts.write("<si><t>" + cell + "</t></si>");
        }
        out.write("</row>");
    }

    private void endSheet() throws IOException {
        if (sheet > 0) {
            out.write("</sheetData></worksheet>");
            end();
        }
    }

    private void start(String part) throws IOException {
        zip.putNextEntry(new ZipEntry(part));
    }

    private void end() throws IOException {
        out.flush();
        zip.closeEntry();
    }

    private void part(String name, String content) throws IOException {
        start(name);
        out.write(content);
        end();
    }

    @Override
    public void close() throws IOException {
        endSheet();
        texts.close();
        start("xl/sharedStrings.xml");
        out.write("<sst xmlns=\"" + SPREADSHEET + "\">");
        out.flush();
        Files.copy(kept, zip);
        out.write("</sst>");
        end();
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + SPREADSHEET + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships>" + relations + "<Relationship Id=\"t\" Type=\"" + OFFICE
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        part(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        zip.close();
    }
}
