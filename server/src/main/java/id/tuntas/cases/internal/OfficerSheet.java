package id.tuntas.cases.internal;

import id.tuntas.cases.CaseMember;
import id.tuntas.cases.FamilyCase;
import id.tuntas.cases.OfficerFamily;
import id.tuntas.platform.Paper;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.Round;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An officer's families as an A4 list to tick off by hand. It carries no NIK, since paper gets lost. */
@Component
class OfficerSheet {

    private static final String STYLE = """
            .village td { border-bottom: 0.3mm solid #111; padding-top: 4mm; font-size: 10pt; }
            .number { white-space: nowrap; }
            .sign { width: 70mm; margin: 12mm 0 0 auto; page-break-inside: avoid; }
            .line { border-bottom: 0.3mm solid #111; height: 18mm; margin-bottom: 1mm; }
            """;

    private final MessageSource messages;
    private final Regions regions;

    OfficerSheet(MessageSource messages, Regions regions) {
        this.messages = messages;
        this.regions = regions;
    }

    byte[] pdf(String officer, Round round, List<OfficerFamily> families, LocalDate day, Locale locale) {
        return Paper.pdf(text("sheet.title", locale), locale, STYLE, body(officer, round, families, day, locale));
    }

    private String body(String officer, Round round, List<OfficerFamily> families, LocalDate day, Locale locale) {
        DateTimeFormatter days = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        StringBuilder html = new StringBuilder(4_096);
        html.append("<h1>")
                .append(text("sheet.title", locale))
                .append(" \u2013 ")
                .append(Paper.safe(officer))
                .append("</h1>");
        html.append("<p>")
                .append(Paper.safe(round.name()))
                .append(" (")
                .append(Paper.safe(round.code()))
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
                        .append(Paper.safe(placeName(village)))
                        .append("</td></tr>");
            }
            html.append(row(work, day, locale));
        }
        html.append("</tbody></table><div class=\"sign\"><p>").append(text("sheet.place", locale));
        html.append("</p><div class=\"line\"></div><p>")
                .append(Paper.safe(officer))
                .append("</p></div>");
        return html.toString();
    }

    static List<OfficerFamily> inOrderOfTheWay(List<OfficerFamily> families) {
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
                + Paper.safe(family.headName()) + "</td><td>" + Paper.safe(address) + "</td><td class=\"small\">"
                + members
                + "</td><td style=\"width: 24mm\"></td><td style=\"width: 18mm\"></td></tr>";
    }

    private String member(CaseMember member, LocalDate day, Locale locale) {
        Integer age = member.ageOn(day);
        return Paper.safe(member.name()) + (age == null ? "" : ", " + text("sheet.age", locale, age));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Paper.safe(messages.getMessage(key, arguments, locale));
    }
}
