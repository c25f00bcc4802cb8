package id.tuntas.reports.internal;

import static id.tuntas.platform.Paper.safe;

import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Paper;
import id.tuntas.platform.Paper.Imprint;
import id.tuntas.platform.Regency;
import id.tuntas.reports.internal.Head.Line;
import id.tuntas.reports.internal.Table.Column;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A paper in the making. Reports are official records, so they are Indonesian alone. */
final class PaperHtml {

    static final Locale LANGUAGE = Locale.of("id");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", LANGUAGE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'pukul' HH.mm 'WITA'", LANGUAGE);

    private static final String STYLE = """
            h2 { font-size: 11pt; font-weight: normal; margin: 5mm 0 0 0; page-break-after: avoid; }
            h3 { font-size: 10pt; font-weight: normal; margin: 3mm 0 0 0; page-break-after: avoid; }
            table { margin-top: 1.5mm; }
            .n { text-align: right; }
            .head { margin: 0 0 3mm 0; }
            .hash { font-size: 7pt; }
            .break { page-break-before: always; }
            """;

    private final StringBuilder html = new StringBuilder(64_000);

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(BusinessClock.ZONE));
    }

    static String count(long number) {
        return NumberFormat.getIntegerInstance(LANGUAGE).format(number);
    }

    static String rupiah(long amount) {
        return "Rp" + count(amount);
    }

    PaperHtml h1(String text) {
        return element("h1", text);
    }

    PaperHtml h2(String text) {
        return element("h2", text);
    }

    PaperHtml h3(String text) {
        return element("h3", text);
    }

    PaperHtml p(String text) {
        return element("p", text);
    }

    private PaperHtml element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(safe(text))
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    PaperHtml text(String text) {
        html.append(safe(text));
        return this;
    }

    /** HTML that is safe already. */
    PaperHtml raw(String safe) {
        html.append(safe);
        return this;
    }

    /** What the paper says of itself. */
    PaperHtml head(Head head) {
        html.append("<div class=\"head\">");
        for (Line line : head.lines()) {
            html.append("<p class=\"small\">")
                    .append(safe(line.label() + ": " + line.value()))
                    .append("</p>");
        }
        html.append("</div>");
        return this;
    }

    PaperHtml table(Table table) {
        html.append("<table><thead><tr>");
        table.columns()
                .forEach(column -> html.append(column.right() ? "<th class=\"n\">" : "<th>")
                        .append(safe(column.title()))
                        .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                Column column = table.columns().get(i);
                html.append(column.right() ? "<td class=\"n\">" : "<td>")
                        .append(safe(column.number() ? grouped(row.get(i)) : row.get(i)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        return this;
    }

    /** As Indonesians write a whole number. */
    private static String grouped(String number) {
        return number.isEmpty() ? "" : count(Long.parseLong(number));
    }

    byte[] archive(Head head, Regency regency, String style) {
        return Paper.archive(
                new Imprint(head.title(), regency.name(), head.title()), LANGUAGE, STYLE + style, html.toString());
    }
}
