package id.tuntas.rosterfile;

import id.tuntas.rosterfile.table.WorkbookWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A roster of a few rows. Every row starts sound; a test says only what is wrong with it. A workbook has the sheets Keluarga
 * and Anggota, each with its header on row 1, so that the first family and the first member stand on row 2.
 */
public final class RosterBuilder {

    public static final String FAMILY = "51080000000001";

    private static final Map<String, String> SOUND_FAMILY = ordered(
            "ID Keluarga P3KE", FAMILY,
            "Kode Kemdagri", "5108012001",
            "Desa/Kelurahan", "SUMBERKLAMPOK",
            "Kecamatan", "GEROKGAK",
            "Kepala Keluarga", "I Wayan Contoh",
            "NIK", "5108011203800001",
            "Jenis Kelamin", "LAKI-LAKI",
            "Tanggal Lahir", "1980-03-12",
            "Jenis Atap", "GENTENG",
            "Alamat", "Banjar Dinas Kaja");
    private static final Map<String, String> SOUND_MEMBER = ordered(
            "ID Keluarga P3KE", FAMILY,
            "ID Individu", "1",
            "Kode Kemdagri", "5108012001",
            "Nama", "I Wayan Contoh",
            "NIK", "5108011203800001",
            "Jenis Kelamin", "LAKI-LAKI",
            "Hubungan dengan Kepala Keluarga", "KEPALA KELUARGA",
            "Tanggal Lahir", "1980-03-12");

    private final List<Map<String, Cell>> families = new ArrayList<>();
    private final List<Map<String, Cell>> members = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private boolean from1904;

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** One family, sound but for the cells that are changed: header, text, header, text ... */
    public RosterBuilder family(String... changes) {
        families.add(row(SOUND_FAMILY, changes));
        return this;
    }

    public RosterBuilder member(String... changes) {
        members.add(row(SOUND_MEMBER, changes));
        return this;
    }

    private static Map<String, Cell> row(Map<String, String> sound, String... changes) {
        Map<String, Cell> row = new LinkedHashMap<>();
        sound.forEach((header, text) -> row.put(header, Cell.text(text)));
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], Cell.text(changes[i + 1]));
        }
        return row;
    }

    /** Changes a cell of the family that was added last. */
    public RosterBuilder familyCell(String header, Cell cell) {
        families.getLast().put(header, cell);
        return this;
    }

    /** Changes a cell of the member who was added last. */
    public RosterBuilder memberCell(String header, Cell cell) {
        members.getLast().put(header, cell);
        return this;
    }

    /** Days count from 1904, as old Macintosh workbooks do. */
    public RosterBuilder from1904() {
        from1904 = true;
        return this;
    }

    /** Leaves a column out of every sheet. */
    public RosterBuilder withoutColumn(String header) {
        without.add(header);
        return this;
    }

    public Path workbook(Path folder) throws IOException {
        Path file = folder.resolve("daftar.xlsx");
        try (WorkbookWriter workbook = new WorkbookWriter(Files.newOutputStream(file))) {
            write(workbook, "Keluarga", families);
            write(workbook, "Anggota", members);
        }
        if (from1904) {
            Parts.of(file)
                    .change("xl/workbook.xml", xml -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"))
                    .write(file);
        }
        return file;
    }

    private void write(WorkbookWriter workbook, String name, List<Map<String, Cell>> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        workbook.sheet(name);
        List<String> headers = headers(rows);
        workbook.row();
        for (int column = 0; column < headers.size(); column++) {
            workbook.text(column, headers.get(column));
        }
        for (Map<String, Cell> row : rows) {
            workbook.row();
            for (int column = 0; column < headers.size(); column++) {
                row.getOrDefault(headers.get(column), Cell.text("")).write(workbook, column);
            }
        }
    }

    /** The family list as CSV. */
    public Path csv(Path folder, char separator, Charset charset) throws IOException {
        List<String> headers = headers(families);
        StringBuilder text = new StringBuilder(line(headers, separator));
        for (Map<String, Cell> row : families) {
            text.append(line(
                    headers.stream().map(row::get).map(RosterBuilder::spelled).toList(), separator));
        }
        return Files.writeString(folder.resolve("keluarga.csv"), text, charset);
    }

    private static String spelled(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> text.text();
            case Cell.Number number -> number.digits();
            case Cell.Formula formula -> "=" + formula.formula();
        };
    }

    private static String line(List<String> fields, char separator) {
        return fields.stream()
                .map(field -> field.matches("(?s).*[\"\n;,\t].*") ? '"' + field.replace("\"", "\"\"") + '"' : field)
                .collect(Collectors.joining(String.valueOf(separator), "", "\r\n"));
    }

    private List<String> headers(List<Map<String, Cell>> rows) {
        return rows.stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .filter(header -> !without.contains(header))
                .toList();
    }
}
