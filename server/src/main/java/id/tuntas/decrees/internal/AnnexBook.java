package id.tuntas.decrees.internal;

import id.tuntas.cases.MaskedNumber;
import id.tuntas.decrees.internal.Annexes.Annex;
import id.tuntas.decrees.internal.Locked.Line;
import id.tuntas.roster.RosterFamily;
import id.tuntas.roster.RosterFamily.Member;
import id.tuntas.roster.RosterRows;
import id.tuntas.rosterfile.layout.Field;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.layout.Layout;
import id.tuntas.rosterfile.layout.Layouts;
import id.tuntas.rosterfile.table.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The annex as a workbook in the roster's own columns, with the results behind them, ready to go back to who delivered the roster. Every cell
 * is text: no number loses a digit, and nothing that somebody wrote is a formula.
 */
@Component
class AnnexBook {

    private static final Locale ROSTER_LANGUAGE = Locale.of("id");
    private static final DateTimeFormatter ROSTER_DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final String USUAL = "p3ke-2023-families";
    private static final List<String> RESULTS =
            List.of("case", "decree", "day", "finding", "held", "edition", "listed", "persons");
    private static final Set<String> IDENTITIES = Set.of(Fields.NIK, Fields.KK);
    private static final List<String> MEMBER_FIELDS =
            List.of(Fields.VILLAGE_CODE, Fields.NAME, Fields.NIK, Fields.RELATIONSHIP, Fields.SEX, Fields.BIRTH_DATE);

    private final RosterRows roster;
    private final DecreeQueries queries;
    private final AnnexRows rows;
    private final MessageSource messages;

    AnnexBook(RosterRows roster, DecreeQueries queries, AnnexRows rows, MessageSource messages) {
        this.roster = roster;
        this.queries = queries;
        this.rows = rows;
        this.messages = messages;
    }

    /** Family by family, so that memory stays steady. @param clear every NIK as it is, otherwise masked */
    void write(String regencyCode, Annex annex, boolean clear, OutputStream out) throws IOException {
        Set<String> told = new LinkedHashSet<>();
        for (Line line : annex.list()) {
            ofRoster(regencyCode, rows.read(line))
                    .ifPresent(family -> family.values().forEach(value -> told.add(value.field())));
        }
        Layout layout = layout(told);
        try (WorkbookWriter book = new WorkbookWriter(out)) {
            families(book, regencyCode, annex, clear, layout, told);
            members(book, regencyCode, annex, clear, layout);
            totals(book, annex);
        }
    }

    private void families(
            WorkbookWriter book, String regencyCode, Annex annex, boolean clear, Layout layout, Set<String> told)
            throws IOException {
        Set<String> fields = new LinkedHashSet<>();
        layout.fields().forEach(field -> fields.add(field.name()));
        fields.addAll(told);
        book.sheet(text("families"));
        book.row();
        int column = 0;
        for (String field : fields) {
            book.text(column++, header(layout, field));
        }
        for (String result : RESULTS) {
            book.text(column++, text(result));
        }
        Map<UUID, Locked> listings =
                queries.listings(regencyCode, annex.round().id(), annex.decree().ordinal());
        for (Line line : annex.list()) {
            AnnexRow row = rows.read(line);
            Map<String, String> values =
                    ofRoster(regencyCode, row).map(RosterFamily::indicators).orElseGet(() -> ofNoRoster(row));
            book.row();
            column = 0;
            for (String field : fields) {
                String value = values.get(field);
                book.text(column++, clear ? value : masked(field, value));
            }
            for (String result : results(listings.get(line.familyId()), row)) {
                book.text(column++, result);
            }
        }
    }

    /** Numbers that are wrong or stand in the wrong column included. */
    private static @Nullable String masked(String field, @Nullable String value) {
        return value == null || IDENTITIES.contains(field) ? MaskedNumber.of(value) : MaskedNumber.within(value);
    }

    private List<String> results(Locked listing, AnnexRow row) {
        return List.of(
                row.number(),
                listing.number(),
                listing.decidedOn().toString(),
                finding(row.finding()),
                finding(row.held()),
                Integer.toString(row.edition()),
                Integer.toString(row.listed()),
                Integer.toString(row.persons()));
    }

    private String finding(@Nullable String key) {
        return key == null ? "" : messages.getMessage("finding." + key, null, ROSTER_LANGUAGE);
    }

    private static Map<String, String> ofNoRoster(AnnexRow row) {
        return Map.of(
                Fields.HEAD_NAME,
                row.name(),
                Fields.ADDRESS,
                row.address(),
                Fields.VILLAGE_CODE,
                row.village(),
                Fields.VILLAGE,
                row.villageName(),
                Fields.DISTRICT,
                row.districtName());
    }

    private void members(WorkbookWriter book, String regencyCode, Annex annex, boolean clear, Layout families)
            throws IOException {
        Layout layout = Layouts.known().get(families.name().replace("-families", "-members"));
        book.sheet(text("members"));
        book.row();
        int column = 0;
        book.text(column++, header(layout, layout.familyKey()));
        for (String field : MEMBER_FIELDS) {
            book.text(column++, header(layout, field));
        }
        book.text(column, text("case"));
        for (Line line : annex.list()) {
            AnnexRow row = rows.read(line);
            for (Member member :
                    ofRoster(regencyCode, row).map(RosterFamily::members).orElse(List.of())) {
                book.row();
                book.text(0, row.rosterKey());
                book.text(1, row.village());
                book.text(2, member.name());
                book.text(3, clear ? member.nik() : MaskedNumber.of(member.nik()));
                book.text(4, member.relationship());
                book.text(5, sex(member));
                book.text(6, member.birthDate() == null ? null : ROSTER_DAY.format(member.birthDate()));
                book.text(7, row.number());
            }
        }
    }

    private static @Nullable String sex(Member member) {
        return member.sex() == null ? null : member.sex().equals("male") ? "LAKI-LAKI" : "PEREMPUAN";
    }

    private void totals(WorkbookWriter book, Annex annex) throws IOException {
        book.sheet(text("totals"));
        book.row();
        List<String> columns = List.of("district", "village", "countFamilies", "countPersons");
        for (int i = 0; i < columns.size(); i++) {
            book.text(i, text(columns.get(i)));
        }
        Map<String, int[]> sums = new TreeMap<>();
        Map<String, AnnexRow> villages = new TreeMap<>();
        for (Line line : annex.list()) {
            AnnexRow row = rows.read(line);
            villages.putIfAbsent(row.village(), row);
            int[] sum = sums.computeIfAbsent(row.village(), code -> new int[2]);
            sum[0]++;
            sum[1] += row.persons();
        }
        for (Map.Entry<String, int[]> sum : sums.entrySet()) {
            AnnexRow village = villages.get(sum.getKey());
            book.row();
            book.text(0, village.districtName());
            book.text(1, village.villageName());
            book.number(2, Integer.toString(sum.getValue()[0]));
            book.number(3, Integer.toString(sum.getValue()[1]));
        }
        book.row();
        book.text(0, text("all"));
        book.number(2, Integer.toString(annex.decree().families()));
        book.number(3, Integer.toString(annex.decree().persons()));
    }

    private Optional<RosterFamily> ofRoster(String regencyCode, AnnexRow row) {
        return row.rosterRelease() == null || row.rosterKey() == null
                ? Optional.empty()
                : roster.of(regencyCode, row.rosterRelease(), row.rosterKey(), ROSTER_LANGUAGE);
    }

    /** The family list that knows most of the columns. */
    private static Layout layout(Set<String> told) {
        return Layouts.known().all().stream()
                .filter(layout -> layout.subject() == Layout.Subject.FAMILIES)
                .max(Comparator.<Layout>comparingLong(layout -> told.stream()
                                .filter(field -> layout.indexOf(field) >= 0)
                                .count())
                        .thenComparing(layout -> layout.name().equals(USUAL)))
                .orElseThrow();
    }

    private static String header(Layout layout, String field) {
        int place = layout.indexOf(field);
        if (place < 0) {
            return field;
        }
        Field known = layout.fields().get(place);
        return known.header();
    }

    private String text(String key) {
        return messages.getMessage("annex.book." + key, null, ROSTER_LANGUAGE);
    }
}
