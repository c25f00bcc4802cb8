package id.tuntas.decrees.internal;

import id.tuntas.decrees.internal.Annexes.AmendmentAnnex;
import id.tuntas.decrees.internal.Annexes.Annex;
import id.tuntas.decrees.internal.Annexes.DraftAnnex;
import id.tuntas.decrees.internal.DecreeShow.LockedDistrict;
import id.tuntas.decrees.internal.DecreeShow.LockedVillage;
import id.tuntas.decrees.internal.Locked.Effect;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.ledger.SealedEntry;
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

    /** Of the decree itself, whatever language its reader has. */
    private static final Locale LANGUAGE = Locale.of("id");

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

    byte[] pdf(Annex annex, SealedEntry locking) {
        Locked decree = annex.decree();
        String title = messages.getMessage(
                decree.ordinal() == 1 ? "annex.title" : "annex.amendment",
                new Object[] {regency.name(), decree.number()},
                LANGUAGE);
        StringBuilder html = new StringBuilder(64_000);
        html.append("<h1>").append(Paper.safe(title)).append("</h1><p>");
        html.append(text("annex.of", day(decree.decidedOn()), annex.round().name()));
        html.append("</p><p>")
                .append(text("annex.counts", decree.families(), decree.persons()))
                .append("</p>");
        if (decree.ordinal() > 1) {
            changes(html, annex.did());
        }
        list(html, annex.list());
        html.append("<div class=\"proof\"><h2>").append(text("annex.proof")).append("</h2><p>");
        html.append(text("annex.root")).append("</p><p class=\"hash\">").append(decree.root());
        html.append("</p><p>").append(text("annex.block", Long.toString(locking.block())));
        html.append("</p><p class=\"hash\">").append(locking.blockHash()).append("</p><p class=\"small\">");
        html.append(text("annex.how")).append("</p></div>");
        return archive(title, title, html);
    }

    /** What the regent is to sign; it says that it is a draft, and which. */
    byte[] pdf(DraftAnnex draft) {
        String title = messages.getMessage("annex.draft", new Object[] {regency.name()}, LANGUAGE);
        StringBuilder html = new StringBuilder(64_000);
        html.append(DecreeText.first(regency.name(), draft.round().name(), counts(draft.list())));
        draft(html, title, draft.asOf(), draft.round(), draft.tag());
        list(html, draft.list());
        return archive(title, marked(title, draft.tag()), html);
    }

    /** The amendment that the regent is to sign: it says that it is a draft, and which, and what it changes. */
    byte[] pdf(AmendmentAnnex draft) {
        String title = messages.getMessage(
                "annex.amendmentDraft",
                new Object[] {regency.name(), draft.amended().last().number()},
                LANGUAGE);
        StringBuilder html = new StringBuilder(64_000);
        html.append(DecreeText.amending(
                regency.name(),
                draft.round().name(),
                draft.amended().last().number(),
                counts(draft.amended().list())));
        draft(html, title, draft.asOf(), draft.round(), draft.amended().tag());
        changes(html, draft.amended().did());
        html.append("<h2>").append(text("annex.after")).append("</h2>");
        list(html, draft.amended().list());
        return archive(title, marked(title, draft.amended().tag()), html);
    }

    private String counts(List<Line> list) {
        return messages.getMessage(
                "annex.familiesAndPersons",
                new Object[] {
                    list.size(),
                    list.stream().map(rows::read).mapToInt(AnnexRow::persons).sum()
                },
                LANGUAGE);
    }

    private void draft(StringBuilder html, String title, LocalDate asOf, Round round, String tag) {
        html.append("<h1>")
                .append(Paper.safe(title))
                .append("</h1><p>")
                .append(text("annex.draftOf", day(asOf), round.name()))
                .append("</p><p>")
                .append(text("annex.draftTag", tag.substring(0, TAG_SHOWN)))
                .append("</p>");
    }

    private String marked(String title, String tag) {
        return messages.getMessage("annex.draftHeader", new Object[] {title, tag.substring(0, TAG_SHOWN)}, LANGUAGE);
    }

    private byte[] archive(String title, String header, StringBuilder html) {
        return Paper.archive(
                new Imprint(title, regency.name(), messages.getMessage("annex.subject", null, LANGUAGE)),
                LANGUAGE,
                STYLE + DecreeText.STYLE + Paper.runningHeader(header),
                html.toString());
    }

    /** Totals, then the families by district and village. */
    private void list(StringBuilder html, List<Line> lines) {
        List<LockedDistrict> districts = shows.districts(lines);
        totals(html, districts);
        Map<String, List<AnnexRow>> villages = lines.stream()
                .map(rows::read)
                .collect(Collectors.groupingBy(AnnexRow::village, TreeMap::new, Collectors.toList()));
        int number = 0;
        for (LockedDistrict district : districts) {
            html.append("<h2>").append(text("annex.district", district.name())).append("</h2>");
            for (LockedVillage village : district.villages()) {
                html.append("<h3>")
                        .append(text("annex.village", village.name(), village.families(), village.persons()))
                        .append("</h3>");
                number = families(html, villages.getOrDefault(village.code(), List.of()), number);
            }
        }
    }

    private void changes(StringBuilder html, List<Line> did) {
        for (Effect effect : Effect.values()) {
            List<Line> lines =
                    did.stream().filter(line -> line.effect() == effect).toList();
            if (lines.isEmpty()) {
                continue;
            }
            html.append("<h2>").append(text("annex.change." + effect.key())).append("</h2>");
            head(html, "case", "family", "village", "reason");
            for (Line line : lines) {
                AnnexRow row = rows.read(line);
                cells(html, row.number(), row.name(), row.villageName(), reason(line, row));
            }
            html.append("</tbody></table>");
        }
    }

    /** And against whose word. */
    private String reason(Line line, AnnexRow row) {
        LocalDate upheldOn = row.upheldOn();
        return upheldOn == null
                ? line.reason()
                : messages.getMessage(
                        "annex.against", new Object[] {line.reason(), row.edition(), day(upheldOn)}, LANGUAGE);
    }

    private void totals(StringBuilder html, List<LockedDistrict> districts) {
        html.append("<h2>").append(text("annex.totals")).append("</h2>");
        head(html, "district", "villages", "families", "persons");
        for (LockedDistrict district : districts) {
            cells(
                    html,
                    district.name(),
                    Integer.toString(district.villages().size()),
                    count(district.families()),
                    count(district.persons()));
        }
        cells(
                html,
                messages.getMessage("annex.all", null, LANGUAGE),
                "",
                count(districts.stream().mapToInt(LockedDistrict::families).sum()),
                count(districts.stream().mapToInt(LockedDistrict::persons).sum()));
        html.append("</tbody></table>");
    }

    private int families(StringBuilder html, List<AnnexRow> families, int before) {
        html.append("<div class=\"families\">");
        head(html, "no", "family", "address", "persons", "case");
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

    private void head(StringBuilder html, String... columns) {
        html.append("<table><thead><tr>");
        for (String column : columns) {
            html.append("<th class=\"")
                    .append(column)
                    .append("\">")
                    .append(text("annex.column." + column))
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

    private static String count(int number) {
        return NumberFormat.getIntegerInstance(LANGUAGE).format(number);
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(LANGUAGE)
                .format(day);
    }

    private String text(String key, Object... arguments) {
        return Paper.safe(messages.getMessage(key, arguments, LANGUAGE));
    }
}
