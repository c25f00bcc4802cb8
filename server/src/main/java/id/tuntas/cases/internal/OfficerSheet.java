package id.tuntas.cases.internal;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import id.tuntas.cases.CaseMember;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** An officer's families as an A4 list to tick off by hand. It carries no NIK, since paper gets lost. */
@Component
class OfficerSheet {

    /** Ships inside PDFBox; embedded into the file, so that it prints the same everywhere. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = """
            @page { size: A4; margin: 14mm 12mm 16mm 12mm;
                @bottom-right { content: counter(page) " / " counter(pages); font-family: Liberation; font-size: 8pt; } }
            body { font-family: Liberation; font-size: 9pt; line-height: 1.3; color: #111; }
            h1 { font-size: 15pt; font-weight: normal; margin: 0 0 2mm 0; }
            p { margin: 0 0 1mm 0; }
            table { width: 100%; border-collapse: collapse; margin-top: 4mm; -fs-table-paginate: paginate; }
            thead { display: table-header-group; }
            th { font-weight: normal; text-align: left; font-size: 8pt; border-bottom: 0.4mm solid #111; padding: 1mm; }
            td { vertical-align: top; border-bottom: 0.2mm solid #777; padding: 1.2mm 1mm; }
            tr { page-break-inside: avoid; }
            .village td { border-bottom: 0.3mm solid #111; padding-top: 4mm; font-size: 10pt; }
            .box { display: inline-block; width: 3.4mm; height: 3.4mm; border: 0.3mm solid #111; }
            .number { white-space: nowrap; }
            .small { font-size: 8pt; color: #333; }
            .sign { width: 70mm; margin: 12mm 0 0 auto; page-break-inside: avoid; }
            .line { border-bottom: 0.3mm solid #111; height: 18mm; margin-bottom: 1mm; }
            """;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final MessageSource messages;
    private final Regions regions;

    OfficerSheet(MessageSource messages, Regions regions) {
        this.messages = messages;
        this.regions = regions;
    }

    byte[] pdf(String officer, Round round, List<OfficerFamily> families, LocalDate day, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont((FSSupplier<InputStream>) OfficerSheet::font, "Liberation");
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(html(officer, round, families, day, locale), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(OfficerSheet.class.getResourceAsStream(FONT), FONT);
    }

    private String html(String officer, Round round, List<OfficerFamily> families, LocalDate day, Locale locale) {
        DateTimeFormatter days = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        StringBuilder html = new StringBuilder(4_096);
        html.append("<!DOCTYPE html><html><head><title>")
                .append(text("sheet.title", locale))
                .append("</title><style>");
        html.append(STYLE).append("</style></head><body>");
        html.append("<h1>")
                .append(text("sheet.title", locale))
                .append(" \u2013 ")
                .append(safe(officer))
                .append("</h1>");
        html.append("<p>")
                .append(safe(round.name()))
                .append(" (")
                .append(safe(round.code()))
                .append("). ");
        html.append(text(
                "sheet.families",
                locale,
                families.size(),
                day.format(days),
                round.deadline().format(days)));
        html.append("</p><p class=\"small\">")
                .append(text("sheet.note", locale))
                .append("</p><table><thead><tr>");
        for (String column : List.of("done", "number", "head", "address", "members", "result", "date")) {
            html.append("<th>").append(text("sheet." + column, locale)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        String village = "";
        for (OfficerFamily work : inOrderOfTheWay(families)) {
            if (!work.family().villageCode().equals(village)) {
                village = work.family().villageCode();
                html.append("<tr class=\"village\"><td colspan=\"7\">")
                        .append(safe(placeName(village)))
                        .append("</td></tr>");
            }
            html.append(row(work, day, locale));
        }
        html.append("</tbody></table><div class=\"sign\"><p>").append(text("sheet.place", locale));
        html.append("</p><div class=\"line\"></div><p>").append(safe(officer)).append("</p></div></body></html>");
        return html.toString();
    }

    private static List<OfficerFamily> inOrderOfTheWay(List<OfficerFamily> families) {
        return families.stream()
                .sorted(Comparator.comparing(
                                (OfficerFamily work) -> work.family().villageCode())
                        .thenComparing(work -> work.family().hamlet())
                        .thenComparing(work -> work.family().address())
                        .thenComparing(work -> work.family().number().text()))
                .toList();
    }

    private String placeName(String village) {
        return regions.name(village) + ", " + regions.name(RosterIntake.districtOf(village));
    }

    private String row(OfficerFamily work, LocalDate day, Locale locale) {
        FamilyCase family = work.family();
        String address = family.hamlet().isBlank() ? family.address() : family.address() + ", " + family.hamlet();
        String members = work.members().stream()
                .map(member -> member(member, day, locale))
                .collect(Collectors.joining("<br/>"));
        return "<tr><td><span class=\"box\"></span></td><td class=\"number\">" + family.number() + "</td><td>"
                + safe(family.headName()) + "</td><td>" + safe(address) + "</td><td class=\"small\">" + members
                + "</td><td style=\"width: 24mm\"></td><td style=\"width: 18mm\"></td></tr>";
    }

    private String member(CaseMember member, LocalDate day, Locale locale) {
        Integer age = member.ageOn(day);
        return safe(member.name()) + (age == null ? "" : ", " + text("sheet.age", locale, age));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return safe(messages.getMessage(key, arguments, locale));
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscapeDecimal(text).replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
    }
}
