package id.tuntas.reports.internal;

import id.tuntas.platform.Regency;
import id.tuntas.reports.internal.Letters.Letter;
import id.tuntas.reports.internal.ReportMaker.Papers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Letters on paper: each a PDF of its own in one archive, or all in one PDF. The number and who signs are filled in by hand. */
@Component
class LetterPapers {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String STYLE = """
            .sign { margin-top: 12mm; margin-left: 110mm; }
            td, th { padding: 0.8mm 1mm; }
            td:first-child { white-space: nowrap; }
            """;

    private final Regency regency;

    LetterPapers(Regency regency) {
        this.regency = regency;
    }

    byte[] write(Letters facts, Head head, Papers papers) throws IOException {
        return head.ask().format() == ReportFormat.ZIP
                ? archive(facts.letters(), head, papers)
                : all(facts.letters(), head);
    }

    private byte[] archive(List<Letter> letters, Head head, Papers papers) throws IOException {
        papers.expect(letters.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            if (letters.isEmpty()) {
                add(zip, "Tidak ada yang perlu disurati.pdf", all(letters, head));
            }
            for (Letter letter : letters) {
                add(zip, letter.file(), papers.keep(letter.file(), () -> {
                    PaperHtml html = new PaperHtml();
                    letter(html, letter, head);
                    return html.archive(head, regency, STYLE);
                }));
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] paper) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(paper);
    }

    private byte[] all(List<Letter> letters, Head head) {
        PaperHtml html = new PaperHtml();
        for (int i = 0; i < letters.size(); i++) {
            html.raw(i == 0 ? "<div>" : "<div class=\"break\">");
            letter(html, letters.get(i), head);
            html.raw("</div>");
        }
        if (letters.isEmpty()) {
            html.h1(head.title()).p("Tidak ada yang perlu disurati.").head(head);
        }
        return html.archive(head, regency, STYLE);
    }

    private void letter(PaperHtml html, Letter letter, Head head) {
        html.h1(letter.subject());
        html.p(regency.name() + ", " + PaperHtml.day(head.ask().day()));
        html.p("Nomor: ....................................");
        html.p("Kepada Yth.");
        letter.to().forEach(html::p);
        html.raw("<p>&#160;</p>").p(letter.about());
        for (Table table : letter.tables()) {
            html.h2(table.name() + " (" + PaperHtml.count(table.rows().size()) + ")")
                    .table(table);
        }
        html.raw(
                "<div class=\"sign\"><p>Hormat kami,</p><p>&#160;</p><p>&#160;</p><p>....................................</p></div>");
        html.head(head);
    }
}
