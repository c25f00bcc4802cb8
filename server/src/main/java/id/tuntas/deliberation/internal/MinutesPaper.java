package id.tuntas.deliberation.internal;

import static id.tuntas.platform.Paper.safe;

import id.tuntas.deliberation.MeetingPurpose;
import id.tuntas.deliberation.MeetingSheet;
import id.tuntas.deliberation.MeetingSheet.Newcomer;
import id.tuntas.deliberation.MeetingSheet.Part;
import id.tuntas.deliberation.internal.AgendaItem.Kind;
import id.tuntas.deliberation.internal.AgendaItem.Standing;
import id.tuntas.graduation.Graduations;
import id.tuntas.platform.BusinessClock;
import id.tuntas.platform.Paper;
import id.tuntas.regions.Regions;
import id.tuntas.rounds.PovertyLaw;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The minutes (berita acara) of a closed meeting with their annex by name and by address. An official record, so it is Indonesian alone; it
 * carries no NIK, since it is read out in the hall and signed by many (ADR 20).
 */
@Component
class MinutesPaper {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", INDONESIAN);

    private static final String POOR_ACT = PovertyLaw.ACT + ", Pasal 8 dan Pasal 9";
    private static final List<String> BASIS_OF_A_VILLAGE = List.of(
            POOR_ACT,
            "Undang-Undang Nomor 6 Tahun 2014 tentang Desa, Pasal 54",
            "Peraturan Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi Nomor 16 Tahun 2019 tentang Musyawarah Desa",
            PovertyLaw.ORDER);
    private static final List<String> BASIS_OF_AN_URBAN_VILLAGE =
            List.of(POOR_ACT, "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan", PovertyLaw.ORDER);

    private static final String STYLE = """
            @page { margin: 18mm 18mm 18mm 18mm; }
            body { font-size: 10.5pt; line-height: 1.4; }
            h1 { font-size: 14pt; text-align: center; margin-bottom: 1mm; }
            h2 { font-size: 11.5pt; font-weight: normal; margin: 5mm 0 1mm 0; border-bottom: 0.3mm solid #111; page-break-after: avoid; }
            ol, ul { margin: 1mm 0 0 0; padding-left: 6mm; }
            li { margin-bottom: 0.5mm; }
            .middle { text-align: center; }
            .counts { width: 130mm; margin: 1mm 0 3mm 0; }
            .n { text-align: right; width: 22mm; }
            .sign { display: inline-block; width: 51mm; margin: 6mm 3mm 0 0; font-size: 10pt; text-align: center; vertical-align: top; page-break-inside: avoid; }
            .line { height: 18mm; }
            .seal { margin-top: 8mm; border-top: 0.2mm solid #777; padding-top: 3mm; page-break-inside: avoid; }
            .seal img { float: left; width: 28mm; height: 28mm; margin-right: 4mm; }
            .seal p { font-size: 8.5pt; }
            .annex { page-break-before: always; font-size: 8.5pt; line-height: 1.3; }
            .annex table { table-layout: fixed; }
            .annex .n { width: 5%; }
            .annex .name { width: 18%; }
            .annex .place { width: 22%; }
            .annex .what { width: 14%; }
            """;

    /**
     * What ties the paper to the system.
     *
     * @param entry hash of the ledger's entry that closed the meeting
     * @param page where anybody compares a file with what is kept
     * @param qr picture that leads there with the code
     */
    record Seal(String entry, String code, String page, byte[] qr) {}

    private final MessageSource messages;
    private final Regions regions;
    private final Graduations graduations;

    MinutesPaper(MessageSource messages, Regions regions, Graduations graduations) {
        this.messages = messages;
        this.regions = regions;
        this.graduations = graduations;
    }

    byte[] pdf(MeetingShow meeting, List<AgendaItem> agenda, String regencyCode, Seal seal) {
        boolean urban = meeting.villageKind().equals(SheetCheck.URBAN_VILLAGE);
        String village = (urban ? "Kelurahan " : "Desa ") + meeting.villageName();
        String title = "Berita Acara Musyawarah " + village;
        MeetingSheet sheet = meeting.sheet();
        MinutesWording wording = MinutesWording.of(meeting.purpose());
        String edition = wording.edition() + meeting.edition();
        String body = head(meeting, title, wording.about(), edition)
                + opening(meeting, village, regions.name(regencyCode))
                + "<h2>Dasar hukum</h2>"
                + list("ol", basis(meeting, urban, regencyCode))
                + "<h2>Yang hadir: " + sheet.present() + " orang</h2>"
                + attendance(sheet)
                + "<h2>Hasil musyawarah</h2>"
                + MinutesCounts.table(meeting.purpose(), agenda)
                + "<p>" + wording.standing()
                + " Daftar menurut nama dan alamat ada di lampiran, yang menjadi bagian dari berita acara ini.</p>"
                + newcomers(sheet.newcomers())
                + signs(sheet, urban)
                + sealed(seal)
                + annex(agenda, title + ", " + inSentence(edition), wording);
        return Paper.archive(
                new Paper.Imprint(
                        title + ", " + inSentence(edition),
                        village,
                        StringUtils.capitalize(wording.about()) + ", " + meeting.roundName()),
                INDONESIAN,
                STYLE,
                body);
    }

    private static String inSentence(String edition) {
        return StringUtils.uncapitalize(edition);
    }

    /** A graduation rests on the round's rules too. */
    private Stream<String> basis(MeetingShow meeting, boolean urban, String regencyCode) {
        Stream<String> laws = (urban ? BASIS_OF_AN_URBAN_VILLAGE : BASIS_OF_A_VILLAGE).stream();
        return meeting.purpose() == MeetingPurpose.GRADUATION
                ? Stream.concat(
                        laws,
                        Stream.of(graduations.rule(regencyCode, meeting.round()).source()))
                : laws;
    }

    private static String head(MeetingShow meeting, String title, String about, String edition) {
        return "<h1>" + safe(title) + "</h1><p class=\"middle\">tentang " + about + ", " + safe(meeting.roundName())
                + "</p><p class=\"middle\">" + edition + "</p>";
    }

    private static String opening(MeetingShow meeting, String village, String regency) {
        MeetingSheet sheet = meeting.sheet();
        LocalDate day = Objects.requireNonNull(sheet.heldOn());
        String time = sheet.begins() == null ? "" : " pukul " + sheet.begins().format(TIME) + " WITA";
        String on = meeting.reopenedAt() == null ? "Pada hari ini, " : "Pada hari ";
        return "<p style=\"margin-top: 5mm\">" + on + InWords.day(day) + " (" + day.format(DAY) + ")" + time
                + ", bertempat di " + safe(sheet.place()) + ", " + safe(village) + ", Kecamatan "
                + safe(meeting.districtName()) + ", " + safe(regency)
                + ", telah dilaksanakan musyawarah yang dipimpin oleh " + safe(sheet.chair()) + ", dengan notulis "
                + safe(sheet.noteTaker()) + " dan pendamping " + safe(sheet.companion()) + ".</p>"
                + reopened(meeting);
    }

    /** What was decided since then is not dated back to the day of the meeting. */
    private static String reopened(MeetingShow meeting) {
        return meeting.reopenedAt() == null
                ? ""
                : "<p>Musyawarah ini dibuka kembali " + inFull(meeting.reopenedAt(), meeting.reopenedBy())
                        + ", karena: "
                        + safe(Objects.requireNonNull(meeting.reopenedReason())) + ". Edisi ini ditutup "
                        + inFull(Objects.requireNonNull(meeting.closedAt()), meeting.closedBy()) + ".</p>";
    }

    private static String inFull(Instant moment, @Nullable String by) {
        LocalDate day = BusinessClock.dayOf(moment);
        return "pada hari " + InWords.day(day) + " (" + day.format(DAY) + ") oleh " + safe(Objects.requireNonNull(by));
    }

    private static String attendance(MeetingSheet sheet) {
        return list("ul", Stream.of(Part.values()).flatMap(part -> {
            List<String> names = sheet.attendance().getOrDefault(part, List.of());
            return names.isEmpty()
                    ? Stream.empty()
                    : Stream.of(called(part) + ", " + names.size() + " orang: " + String.join(", ", names));
        }));
    }

    private static String called(Part part) {
        return switch (part) {
            case GOVERNMENT -> "Pemerintah desa atau kelurahan";
            case COUNCIL -> "Badan Permusyawaratan Desa (BPD)";
            case HAMLET_HEADS -> "Kelian banjar dinas, kepala dusun, kepala lingkungan";
            case BODIES -> "Lembaga kemasyarakatan";
            case CITIZENS -> "Wakil keluarga dan warga";
            case COMPANIONS -> "Pendamping PKH";
        };
    }

    private static String newcomers(List<Newcomer> newcomers) {
        return newcomers.isEmpty()
                ? ""
                : "<h2>Keluarga baru yang disebut musyawarah, untuk dikunjungi: " + newcomers.size() + "</h2>"
                        + list(
                                "ol",
                                newcomers.stream()
                                        .map(one ->
                                                joined(", ", one.name(), one.hamlet(), one.address(), one.reason())));
    }

    private static String signs(MeetingSheet sheet, boolean urban) {
        List<String> places = new ArrayList<>();
        places.add(sign("Pimpinan musyawarah", sheet.chair()));
        places.add(sign("Notulis", sheet.noteTaker()));
        if (!urban) {
            places.add(sign("Wakil BPD", first(sheet, Part.COUNCIL)));
        }
        sheet.attendance()
                .getOrDefault(Part.HAMLET_HEADS, List.of())
                .forEach(name -> places.add(sign(urban ? "Kepala lingkungan" : "Kelian banjar dinas (dusun)", name)));
        places.add(sign("Wakil warga", first(sheet, Part.CITIZENS)));
        places.add(sign("Pendamping PKH", sheet.companion()));
        return "<h2>Tanda tangan</h2><div>" + String.join("", places) + "</div>";
    }

    private static String first(MeetingSheet sheet, Part part) {
        return sheet.attendance().getOrDefault(part, List.of()).stream()
                .findFirst()
                .orElse("");
    }

    private static String sign(String as, String name) {
        return "<div class=\"sign\"><p>" + as + "</p><div class=\"line\"></div><p>("
                + (name.isEmpty() ? "\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026" : safe(name))
                + ")</p></div>";
    }

    private static String sealed(Seal seal) {
        return "<div class=\"seal\"><img alt=\"Kode QR ke halaman pemeriksaan " + seal.code()
                + "\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(seal.qr()) + "\"/>"
                + "<p>Periksa keaslian berkas ini di " + safe(seal.page()) + " dengan kode "
                + seal.code().replaceAll("(.{4})(?!$)", "$1-") + ".</p>"
                + "<p>Catatan penutupan di buku besar: " + seal.entry() + "</p></div>";
    }

    private String annex(List<AgendaItem> agenda, String title, MinutesWording wording) {
        StringBuilder html = new StringBuilder(agenda.size() * 300);
        html.append("<div class=\"annex\"><h2>Lampiran ").append(safe(title));
        html.append("</h2><table><thead><tr><th class=\"n\">No.</th><th class=\"name\">Kepala keluarga</th>");
        html.append("<th class=\"place\">Alamat, nomor kasus</th><th class=\"n\">Jiwa</th><th class=\"what\">");
        html.append(wording.seen()).append("</th>");
        html.append("<th class=\"what\">Putusan</th><th>Alasan</th></tr></thead><tbody>");
        int number = 0;
        for (AgendaItem item : agenda) {
            html.append("<tr><td class=\"n\">").append(++number);
            cell(html, item.name());
            cell(html, place(item));
            html.append("</td><td class=\"n\">").append(item.people() == null ? "" : item.people());
            cell(html, reviewed(item));
            cell(html, decision(standing(item), wording));
            cell(html, reason(standing(item)));
            html.append("</td></tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static void cell(StringBuilder html, String text) {
        html.append("</td><td>").append(safe(text));
    }

    private static String place(AgendaItem item) {
        String number = item.number() == null ? "" : item.number();
        return item.address().contains(item.hamlet())
                ? joined(", ", item.address(), number)
                : joined(", ", item.hamlet(), item.address(), number);
    }

    private String reviewed(AgendaItem item) {
        if (item.kind() == Kind.NOMINATION) {
            return "Usulan";
        }
        if (item.finding() != null) {
            return text("finding." + item.finding().key());
        }
        return item.contact() == null ? "" : text("contact." + item.contact().key());
    }

    private String decision(Standing decision, MinutesWording wording) {
        String outcome = wording.outcome(decision.outcome());
        return decision.held() == null
                ? outcome
                : outcome + "; menurut musyawarah: "
                        + text("finding." + decision.held().key());
    }

    private static String reason(Standing decision) {
        return decision.dissent().isEmpty()
                ? decision.reason()
                : joined(". ", decision.reason(), "Yang berbeda pendapat: " + decision.dissent());
    }

    private static Standing standing(AgendaItem item) {
        return Objects.requireNonNull(item.decision());
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }

    private static String list(String tag, Stream<String> lines) {
        return lines.map(line -> "<li>" + safe(line) + "</li>")
                .collect(Collectors.joining("", "<" + tag + ">", "</" + tag + ">"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, INDONESIAN);
    }
}
