package id.tuntas.reports.internal;

import static id.tuntas.reports.internal.Table.Column.number;
import static id.tuntas.reports.internal.Table.Column.text;

import id.tuntas.access.Verb;
import id.tuntas.interventions.Gaps;
import id.tuntas.interventions.Gaps.FamilyGaps;
import id.tuntas.interventions.Gaps.Offer;
import id.tuntas.interventions.Lack;
import id.tuntas.regions.Region;
import id.tuntas.regions.Regions;
import id.tuntas.reports.internal.FamilyQueries.Family;
import id.tuntas.reports.internal.Letters.Letter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** To each village: which families of the round are not verified there, and what its extremely poor ones still lack. */
@Component
class VillageLetters implements LetterMaker {

    private static final List<Table.Column> FAMILIES =
            List.of(text("Nomor kasus"), text("Kepala keluarga"), text("Alamat"), text("Banjar"));

    private static final List<Table.Column> NEEDS = List.of(
            text("Nomor kasus"),
            text("Kepala keluarga"),
            text("Kebutuhan"),
            text("Keadaan"),
            text("Perangkat daerah"),
            text("Program yang cocok"),
            number("Hari menunggu"));

    private final FamilyQueries families;
    private final Gaps gaps;
    private final Regions regions;
    private final LetterPapers papers;

    VillageLetters(FamilyQueries families, Gaps gaps, Regions regions, LetterPapers papers) {
        this.families = families;
        this.gaps = gaps;
        this.regions = regions;
        this.papers = papers;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.VILLAGE_LETTERS;
    }

    @Override
    public Letters read(Ask ask) {
        Map<String, Family> ofRound =
                families.list(ask).stream().collect(Collectors.toMap(Family::number, Function.identity()));
        Map<String, List<List<String>>> unverified = new TreeMap<>();
        ofRound.values().stream()
                .filter(family -> family.standing() == Standing.OPEN)
                .sorted(Comparator.comparing(Family::number))
                .forEach(family -> rows(unverified, family.village())
                        .add(List.of(family.number(), family.name(), family.address(), family.hamlet())));
        Map<String, List<List<String>>> lacking = new TreeMap<>();
        gaps.open(ask.actor(), Verb.CASE_READ).stream()
                .filter(one -> ofRound.containsKey(one.family().number()))
                .forEach(one -> rows(lacking, one.family().village()).addAll(lacks(one)));
        return new Letters(Stream.concat(unverified.keySet().stream(), lacking.keySet().stream())
                .distinct()
                .sorted()
                .map(village -> letter(
                        village, unverified.getOrDefault(village, List.of()), lacking.getOrDefault(village, List.of())))
                .filter(letter ->
                        letter.tables().stream().anyMatch(table -> !table.rows().isEmpty()))
                .toList());
    }

    private static List<List<String>> rows(Map<String, List<List<String>>> villages, String village) {
        return villages.computeIfAbsent(village, code -> new ArrayList<>());
    }

    private static List<List<String>> lacks(FamilyGaps one) {
        return one.gaps().stream()
                .filter(gap -> gap.lack() != Lack.NOTHING)
                .map(gap -> List.of(
                        one.family().number(),
                        one.family().name(),
                        PaperWords.of(gap.need()),
                        PaperWords.of(gap.lack()),
                        Objects.requireNonNullElse(gap.agency(), ""),
                        gap.offers().stream().map(VillageLetters::offer).collect(Collectors.joining("; ")),
                        Long.toString(gap.days())))
                .toList();
    }

    private static String offer(Offer offer) {
        String lacking = both(
                offer.unitsLacking() > 0 ? "kuota " + PaperHtml.count(offer.unitsLacking()) : "",
                offer.rupiahLacking() > 0 ? "pagu " + PaperHtml.rupiah(offer.rupiahLacking()) : "");
        String over = both(
                offer.unitsOver() > 0 ? "kuota " + PaperHtml.count(offer.unitsOver()) : "",
                offer.rupiahOver() > 0 ? "pagu " + PaperHtml.rupiah(offer.rupiahOver()) : "");
        return offer.programme()
                + (lacking.isEmpty() ? "" : " (kurang " + lacking + ")")
                + (over.isEmpty() ? "" : " (rencana OPD sudah lewat " + over + ")");
    }

    private static String both(String units, String rupiah) {
        return Stream.of(units, rupiah).filter(part -> !part.isEmpty()).collect(Collectors.joining(" dan "));
    }

    private Letter letter(String code, List<List<String>> unverified, List<List<String>> lacking) {
        Region village = regions.find(code).orElseThrow();
        String district = regions.name(Objects.requireNonNull(village.parent()));
        boolean town = village.kind().equalsIgnoreCase("kelurahan");
        String name = (town ? "Kelurahan " : "Desa ") + village.name();
        return new Letter(
                (district + "/" + code + " " + village.name() + ".pdf").replaceAll("[\\\\:*?\"<>|]", "-"),
                List.of((town ? "Lurah " : "Perbekel ") + village.name(), "Kecamatan " + district),
                "Keluarga yang belum tuntas di " + name,
                "Di " + name + " " + PaperHtml.count(unverified.size()) + " keluarga belum selesai diverifikasi, dan "
                        + PaperHtml.count(lacking.size())
                        + " kebutuhan keluarga miskin ekstrem belum terpenuhi. Mohon bantuan Saudara "
                        + "agar setiap keluarga ini ditemui dan dilayani.",
                Stream.of(
                                new Table("Belum selesai diverifikasi", FAMILIES, unverified),
                                new Table("Kebutuhan yang belum terpenuhi", NEEDS, lacking))
                        .filter(table -> !table.rows().isEmpty())
                        .toList());
    }

    @Override
    public byte[] write(Letters facts, Head head, Papers kept) throws IOException {
        return papers.write(facts, head, kept);
    }
}
