package id.tuntas.deliberation.internal;

import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.MeetingSheet.Part;
import id.tuntas.deliberation.internal.AgendaItem.Kind;
import id.tuntas.forms.Finding;
import id.tuntas.platform.Paper;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A meeting's agenda on paper, to be ticked in the hall and typed in afterwards by the numbers of the cases. It carries no NIK, since paper gets lost. */
@Component
class AgendaSheet {

    private static final String STYLE = """
            @page { size: A4 landscape; }
            .group td { border-bottom: 0.3mm solid #111; padding-top: 4mm; font-size: 10pt; }
            .tick { text-align: center; width: 17mm; }
            .write { width: 62mm; }
            .number { white-space: nowrap; }
            .who td { height: 8mm; border-bottom: 0.2mm dotted #777; }
            .who .part { width: 62mm; }
            .who .name { width: 110mm; }
            .facts td { border-bottom: 0.2mm dotted #777; }
            .facts .ask { width: 42mm; }
            .after { margin-top: 3mm; }
            .sign { width: 60mm; float: left; margin: 10mm 8mm 0 0; }
            .line { border-bottom: 0.3mm solid #111; height: 16mm; margin-bottom: 1mm; }
            .signs { page-break-inside: avoid; }
            """;

    private static final List<String> COLUMNS =
            List.of("number", "family", "people", "result", "agreed", "disputed", "revisit", "reason");
    private static final List<String> COLUMNS_OF_GRADUATIONS = List.of(
            "number",
            "family",
            "people",
            "graduation.result",
            "graduation.agreed",
            "graduation.disputed",
            "revisit",
            "graduation.reason");

    private static final Map<Part, Integer> LINES = new EnumMap<>(Map.of(
            Part.GOVERNMENT, 3,
            Part.COUNCIL, 3,
            Part.HAMLET_HEADS, 6,
            Part.BODIES, 3,
            Part.CITIZENS, 12,
            Part.COMPANIONS, 2));

    private final MessageSource messages;

    AgendaSheet(MessageSource messages) {
        this.messages = messages;
    }

    byte[] pdf(MeetingShow meeting, List<AgendaItem> agenda, Locale locale) {
        boolean onGraduations = meeting.purpose() == MeetingPurpose.GRADUATION;
        String title = text(onGraduations ? "agenda.graduation.title" : "agenda.title", locale, meeting.villageName());
        StringBuilder html = new StringBuilder(8_192);
        html.append("<h1>").append(title).append("</h1><p>");
        html.append(text("agenda.of", locale, meeting.districtName(), meeting.roundName(), agenda.size()));
        html.append("</p><p class=\"small\">")
                .append(text("agenda.note", locale))
                .append("</p>");
        int waiting = meeting.agenda().size() - agenda.size();
        if (waiting > 0) {
            html.append("<p class=\"small\">")
                    .append(text("agenda.waiting", locale, waiting))
                    .append("</p>");
        }
        html.append("<table class=\"facts\"><tbody>");
        for (String fact : List.of("day", "place", "chair", "noteTaker", "companion")) {
            html.append("<tr><td class=\"ask\">")
                    .append(text("agenda." + fact, locale))
                    .append("</td><td></td></tr>");
        }
        html.append("</tbody></table><table><thead><tr>");
        for (String column : onGraduations ? COLUMNS_OF_GRADUATIONS : COLUMNS) {
            html.append("<th>").append(text("agenda." + column, locale)).append("</th>");
        }
        html.append("</tr></thead><tbody>").append(rows(agenda, locale)).append("</tbody></table>");
        if (!onGraduations) {
            html.append("<p class=\"small after\">")
                    .append(text("agenda.newcomers", locale))
                    .append("</p>");
        }
        html.append(attendance(locale)).append("<div class=\"signs\">");
        for (String who : List.of("chair", "council", "companion")) {
            html.append("<div class=\"sign\"><div class=\"line\"></div><p>");
            html.append(text("agenda." + who, locale)).append("</p></div>");
        }
        return Paper.pdf(title, locale, STYLE, html.append("</div>").toString());
    }

    /** Lines for the names of those who come, as its minutes will list them. */
    private String attendance(Locale locale) {
        StringBuilder html = new StringBuilder(4_096);
        html.append("<h2>").append(text("agenda.attendance", locale)).append("</h2><table class=\"who\"><thead><tr>");
        for (String column : List.of("part", "name", "signature")) {
            html.append("<th>").append(text("agenda." + column, locale)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        LINES.forEach((part, lines) -> {
            for (int line = 0; line < lines; line++) {
                html.append("<tr><td class=\"part\">")
                        .append(line == 0 ? text("agenda.part." + part.key(), locale) : "")
                        .append("</td><td class=\"name\"></td><td></td></tr>");
            }
        });
        return html.append("</tbody></table>").toString();
    }

    private String rows(List<AgendaItem> agenda, Locale locale) {
        StringBuilder html = new StringBuilder(agenda.size() * 256);
        String group = "";
        for (AgendaItem item : agenda) {
            if (!group(item).equals(group)) {
                group = group(item);
                html.append("<tr class=\"group\"><td colspan=\"8\">")
                        .append(text("agenda.group." + group, locale))
                        .append("</td></tr>");
            }
            html.append(row(item, locale));
        }
        return html.toString();
    }

    private String row(AgendaItem item, Locale locale) {
        String place = Stream.of(item.hamlet(), item.address())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        String tick = "<td class=\"tick\"><span class=\"box\"></span></td>";
        return "<tr><td class=\"number\">" + (item.number() == null ? "" : item.number()) + "</td><td>"
                + Paper.safe(item.name()) + "<br/><span class=\"small\">"
                + Paper.safe(place) + "</span></td><td>" + (item.people() == null ? "" : item.people()) + "</td><td>"
                + result(item, locale) + "</td>" + tick + tick + (item.kind() == Kind.NOMINATION ? "<td></td>" : tick)
                + "<td class=\"write\"></td></tr>";
    }

    private String result(AgendaItem item, Locale locale) {
        if (item.kind() == Kind.NOMINATION) {
            return text("agenda.nomination", locale);
        }
        if (item.finding() != null) {
            return text("finding." + item.finding().key(), locale);
        }
        return item.contact() == null ? "" : text("contact." + item.contact().key(), locale);
    }

    /** The groups of the meeting's page. */
    private static String group(AgendaItem item) {
        return switch (item.kind()) {
            case NOMINATION -> "nominations";
            case GRADUATION -> "graduations";
            case FAMILY -> {
                @Nullable Finding finding = item.finding();
                yield finding == Finding.EXTREMELY_POOR || finding == Finding.POOR ? finding.key() : "others";
            }
        };
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Paper.safe(messages.getMessage(key, arguments, locale));
    }
}
