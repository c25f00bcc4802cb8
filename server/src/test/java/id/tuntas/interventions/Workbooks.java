package id.tuntas.interventions;

import static id.tuntas.interventions.Requests.id;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.interventions.Requests.Sent;
import id.tuntas.rosterfile.table.Fingerprint;
import id.tuntas.rosterfile.table.Row;
import id.tuntas.rosterfile.table.RowCursor;
import id.tuntas.rosterfile.table.TableFile;
import id.tuntas.rosterfile.table.WorkbookWriter;
import id.tuntas.testing.Http;
import id.tuntas.testing.Http.Answer;
import id.tuntas.testing.Pdf;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/** An agency's workbook: taken down, filled, handed in, committed, over HTTP. */
@TestComponent
public class Workbooks {

    public static final String SHEETS = "/api/v1/intervention-sheets";
    static final int NUMBER = 2;
    static final int NAME = 3;
    static final int PROGRAMME = 6;
    public static final int STANDS = 7;
    static final int ANSWER = 8;
    static final int PLANNED = 10;
    static final int AMOUNT = 11;
    public static final int DELIVERED = 12;
    static final int MEND = 13;

    private final Requests requests;
    private final Http http;

    Workbooks(Requests requests, Http http) {
        this.requests = requests;
        this.http = http;
    }

    public static void answer(List<List<String>> rows, JsonNode request, String... cells) {
        List<String> row = rows.stream()
                .filter(one -> one.getFirst().equals(id(request)))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < cells.length; i++) {
            row.set(ANSWER + i, cells[i]);
        }
    }

    List<List<String>> template(String persona) throws Exception {
        return rows(
                http.as(persona)
                        .download(SHEETS + "/template.xlsx?purpose=agency")
                        .body(),
                DELIVERED);
    }

    byte[] rejects(JsonNode checked) {
        return http.as("dewa")
                .download(SHEETS + "/" + id(checked) + "/rejects.xlsx?purpose=correction")
                .body();
    }

    /** @param last column that is read */
    public static List<List<String>> rows(byte[] workbook, int last) throws Exception {
        Path file = Files.createTempFile("lembar", ".xlsx");
        Files.write(file, workbook);
        List<List<String>> rows = new ArrayList<>();
        try (TableFile table = TableFile.open(file, Fingerprint.of(file, read -> {}));
                RowCursor cursor = table.sheets().getFirst().rows()) {
            while (cursor.next()) {
                Row row = cursor.row();
                List<String> cells = new ArrayList<>();
                for (int column = 0; column <= last; column++) {
                    cells.add(row.text(column));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    public static byte[] workbook(List<List<String>> rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter(out)) {
            workbook.sheet("Permintaan");
            for (List<String> row : rows) {
                write(workbook, row);
            }
        }
        return out.toByteArray();
    }

    static void write(WorkbookWriter workbook, List<String> row) throws Exception {
        workbook.row();
        for (int column = 0; column < row.size(); column++) {
            workbook.text(column, row.get(column));
        }
    }

    static Sent receipt() {
        return new Sent("receipt", "application/pdf", Pdf.page());
    }

    Answer upload(String persona, byte[] workbook, Sent... receipts) {
        return requests.handedIn(persona, workbook, receipts);
    }

    Answer upload(String persona, byte[] workbook, String language) {
        return Requests.handedIn(http.as(persona).header("Accept-Language", language), workbook);
    }

    public static JsonNode checked(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    Answer commit(String persona, JsonNode checked) {
        return http.as(persona).post(SHEETS + "/" + id(checked) + "/commit", Map.of());
    }
}
