package id.tuntas.decrees.internal;

import id.tuntas.decrees.internal.Annexes.AmendmentAnnex;
import id.tuntas.decrees.internal.Annexes.Annex;
import id.tuntas.decrees.internal.Annexes.DraftAnnex;
import id.tuntas.decrees.internal.DecreeShow.LockedDistrict;
import id.tuntas.decrees.internal.DecreeShow.LockedVillage;
import id.tuntas.decrees.internal.Locked.Effect;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.ledger.Ledger.Block;
import id.tuntas.platform.Paper;
import id.tuntas.platform.Paper.Imprint;
import id.tuntas.platform.Regency;
import id.tuntas.rounds.Round;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The annex on paper, by name and by address: totals, families by district and village, and what proves that it is whole. No NIK is on it. */
@Component
class AnnexPaper {

    private static final String STYLE = """
            h2 { font-size: 12pt; font-weight: normal; margin: 6mm 0 1mm 0; page-break-after: avoid; }
            h3 { font-size: 10pt; font-weight: normal; margin: 4mm 0 0 0; page-break-after: avoid; }
            .families table { table-layout: fixed; }
            .families .no { width: 7%; }
            .families .family { width: 30%; }
            .families .persons { width: 8%; }
            .families .case { width: 13%; }
            .proof { page-break-inside: avoid; }
            .hash { font-size: 8pt; word-wrap: break-word; }
            """;

    /** Enough to tell two drafts apart, and to be read out. */
    private static final int TAG_SHOWN = 12;

    private final MessageSource messages;
    private final AnnexRows rows;
    private final DecreeShows shows;
    private final Regency regency;

    AnnexPaper(MessageSource messages, AnnexRows rows, DecreeShows shows, Regency regency) {
        this.messages = messages;
        this.rows = rows;
        this.shows = shows;
        this.regency = regency;
    }

    byte[] pdf(Annex annex, Block seal, Locale locale) {
        Locked decree = annex.decree();
        String title = messages.getMessage(
                decree.ordinal() == 1 ? "annex.title" : "annex.amendment",
                new Object[] {regency.name(), decree.number()},
                locale);
        StringBuilder html = new StringBuilder(64_000);
        html.append("<h1>").append(Paper.safe(title)).append("</h1><p>");
        html.append(text(
                "annex.of",
                locale,
                day(decree.decidedOn(), locale),
                annex.round().name()));
        html.append("</p><p>")
                .append(text("annex.counts", locale, decree.families(), decree.persons()))
                .append("</p>");
        if (decree.ordinal() > 1) {
            changes(html, annex.did(), locale);
        }
        list(html, annex.list(), locale);
        html.append("<div class=\"proof\"><h2>")
                .append(text("annex.proof", locale))
                .append("</h2><p>");
        html.append(text("annex.root", locale)).append("</p><p class=\"hash\">").append(decree.root());
        html.append("</p><p>").append(text("annex.block", locale, Long.toString(seal.number())));
        html.append("</p><p class=\"hash\">").append(seal.hash()).append("</p><p class=\"small\">");
        html.append(text("annex.how", locale)).append("</p></div>");
        return archive(title, html, locale);
    }

    /** What the regent is to sign; it says that it is a draft, and which. */
    byte[] pdf(DraftAnnex draft, Locale locale) {
        String title = messages.getMessage("annex.draft", new Object[] {regency.name()}, locale);
        StringBuilder html = draft(title, draft.asOf(), draft.round(), draft.tag(), locale);
        list(html, draft.list(), locale);
        return archive(title, html, locale);
    }

    /** The amendment that the regent is to sign: it says that it is a draft, and which, and what it changes. */
    byte[] pdf(AmendmentAnnex draft, Locale locale) {
        String title = messages.getMessage(
                "annex.amendmentDraft",
                new Object[] {regency.name(), draft.amended().last().number()},
                locale);
        StringBuilder html =
                draft(title, draft.asOf(), draft.round(), draft.amended().tag(), locale);
        changes(html, draft.amended().did(), locale);
        html.append("<h2>").append(text("annex.after", locale)).append("</h2>");
        list(html, draft.amended().list(), locale);
        return archive(title, html, locale);
    }

    private StringBuilder draft(String title, LocalDate asOf, Round round, String tag, Locale locale) {
        return new StringBuilder(64_000)
                .append("<h1>")
                .append(Paper.safe(title))
                .append("</h1><p>")
                .append(text("annex.draftOf", locale, day(asOf, locale), round.name()))
                .append("</p><p>")
                .append(text("annex.draftTag", locale, tag.substring(0, TAG_SHOWN)))
                .append("</p>");
    }

    private byte[] archive(String title, StringBuilder html, Locale locale) {
        return Paper.archive(
                new Imprint(title, regency.name(), messages.getMessage("annex.subject", null, locale)),
                locale,
                STYLE,
                html.toString());
    }

    /** Totals, then the families by district and village. */
    private void list(StringBuilder html, List<Line> lines, Locale locale) {
        List<LockedDistrict> districts = shows.districts(lines);
        totals(html, districts, locale);
        Map<String, List<AnnexRow>> villages = lines.stream()
                .map(rows::read)
                .collect(Collectors.groupingBy(AnnexRow::village, TreeMap::new, Collectors.toList()));
        int number = 0;
        for (LockedDistrict district : districts) {
            html.append("<h2>")
                    .append(text("annex.district", locale, district.name()))
                    .append("</h2>");
            for (LockedVillage village : district.villages()) {
                html.append("<h3>")
                        .append(text("annex.village", locale, village.name(), village.families(), village.persons()))
                        .append("</h3>");
                number = families(html, villages.getOrDefault(village.code(), List.of()), number, locale);
            }
        }
    }

    private void changes(StringBuilder html, List<Line> did, Locale locale) {
        for (Effect effect : Effect.values()) {
            List<Line> lines =
                    did.stream().filter(line -> line.effect() == effect).toList();
            if (lines.isEmpty()) {
                continue;
            }
            html.append("<h2>")
                    .append(text("annex.change." + effect.key(), locale))
                    .append("</h2>");
            head(html, locale, "case", "family", "village", "reason");
            for (Line line : lines) {
                AnnexRow row = rows.read(line);
                cells(html, row.number(), row.name(), row.villageName(), line.reason());
            }
            html.append("</tbody></table>");
        }
    }

    private void totals(StringBuilder html, List<LockedDistrict> districts, Locale locale) {
        html.append("<h2>").append(text("annex.totals", locale)).append("</h2>");
        head(html, locale, "district", "villages", "families", "persons");
        for (LockedDistrict district : districts) {
            cells(
                    html,
                    district.name(),
                    Integer.toString(district.villages().size()),
                    count(district.families(), locale),
                    count(district.persons(), locale));
        }
        cells(
                html,
                messages.getMessage("annex.all", null, locale),
                "",
                count(districts.stream().mapToInt(LockedDistrict::families).sum(), locale),
                count(districts.stream().mapToInt(LockedDistrict::persons).sum(), locale));
        html.append("</tbody></table>");
    }

    private int families(StringBuilder html, List<AnnexRow> families, int before, Locale locale) {
        html.append("<div class=\"families\">");
        head(html, locale, "no", "family", "address", "persons", "case");
        int number = before;
        for (AnnexRow row : families) {
            cells(
                    html,
                    Integer.toString(++number),
                    row.name(),
                    row.place(),
                    Integer.toString(row.persons()),
                    row.number());
        }
        html.append("</tbody></table></div>");
        return number;
    }

    private void head(StringBuilder html, Locale locale, String... columns) {
        html.append("<table><thead><tr>");
        for (String column : columns) {
            html.append("<th class=\"")
                    .append(column)
                    .append("\">")
                    .append(text("annex.column." + column, locale))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    private static void cells(StringBuilder html, String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(Paper.safe(cell)).append("</td>");
        }
        html.append("</tr>");
    }

    private static String count(int number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Paper.safe(messages.getMessage(key, arguments, locale));
    }
}
