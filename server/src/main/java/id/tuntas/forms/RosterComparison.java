package id.tuntas.forms;

import id.tuntas.forms.P3keScale.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The roster's old answer beside the visit's new one, for the reviewer; the officer never saw the old one.
 *
 * <p>The roster's values are its own code strings (P3KE), keyed by the code list's name: roof, roof_quality, wall,
 * wall_quality, floor, floor_quality, home_ownership, toilet, water, electricity, electricity_power, cooking, job,
 * job_status, savings, and bpnt, bpum, bst, pkh, sembako, prakerja, kur with YA or TIDAK.
 */
public final class RosterComparison {

    /**
     * @param path the question, for a link beside the visit's answers
     * @param rosterWords the old answer in the words of the form where its code is known, else as it stood
     */
    public record Row(
            String list,
            String path,
            Words question,
            @Nullable String rosterValue,
            @Nullable Words rosterWords,
            @Nullable String visitCode,
            @Nullable Words visitWords,
            Verdict verdict) {}

    /** How the house, or the family, stands against what was recorded before. */
    public enum Verdict {
        SAME("same"),
        BETTER("better"),
        WORSE("worse"),
        /** Different, and neither better nor worse. */
        CHANGED("changed"),
        /** One side is empty, or the roster's value is none that is known. */
        NOT_COMPARABLE("notComparable");

        private final String key;

        Verdict(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    private static final Words YES = new Words("Ya", "Yes");
    private static final Words NO = new Words("Tidak", "No");
    private static final List<String> SAVINGS = List.of("savings", "jewelry", "livestock");
    private static final List<String> PROGRAMMES = List.of("pkh", "sembako", "bpnt", "bst", "bpum", "prakerja", "kur");
    private static final String ASSETS = VervalForm.BELONGINGS + "assets";
    private static final String AID = VervalForm.BELONGINGS + "aid";

    private final Map<String, String> roster;
    private final Answers visit;
    private final FormDefinition form = VervalForm.definition();

    private RosterComparison(Map<String, String> roster, Answers visit) {
        this.roster = roster;
        this.visit = visit;
    }

    /** One row for each question that the roster and the form share, in the form's order. */
    public static List<Row> compare(Map<String, String> roster, Answers visit) {
        RosterComparison comparison = new RosterComparison(roster, visit);
        List<Row> rows = new ArrayList<>();
        P3keScale.lists().forEach((list, scale) -> rows.add(comparison.scaleRow(list, scale)));
        rows.add(comparison.savings());
        PROGRAMMES.forEach(programme -> rows.add(comparison.aid(programme)));
        return rows;
    }

    private Row scaleRow(String list, P3keScale scale) {
        String old = rosterValue(list);
        String code = visit.find(scale.path()).orElse(null);
        List<Choice> before = old == null ? List.of() : scale.byP3ke(old);
        Words oldWords =
                before.isEmpty() ? null : say(scale.path(), before.getFirst().code());
        return new Row(
                list,
                scale.path(),
                question(scale.path()),
                old,
                oldWords == null && old != null ? Words.same(old) : oldWords,
                code,
                code == null ? null : say(scale.path(), code),
                verdict(before, code == null ? Optional.empty() : scale.findCode(code)));
    }

    private static Verdict verdict(List<Choice> before, Optional<Choice> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return Verdict.NOT_COMPARABLE;
        }
        if (before.contains(now.get())) {
            return Verdict.SAME;
        }
        Integer old = before.getFirst().rank();
        Integer current = now.get().rank();
        if (old == null || current == null || old.equals(current)) {
            return Verdict.CHANGED;
        }
        return current > old ? Verdict.BETTER : Verdict.WORSE;
    }

    private Row savings() {
        Optional<List<String>> assets = visit.find(ASSETS).map(value -> List.of(value.split("\\s+")));
        Boolean now =
                assets.map(list -> list.stream().anyMatch(SAVINGS::contains)).orElse(null);
        return yesNo(
                "savings",
                ASSETS,
                new Words("Simpanan uang, perhiasan atau ternak", "Savings, jewellery or livestock"),
                now,
                true);
    }

    private Row aid(String programme) {
        Boolean now = visit.find(AID)
                .map(value -> List.of(value.split("\\s+")).contains(programme))
                .orElse(null);
        Words name = say(AID, programme);
        return yesNo(programme, AID, new Words("Penerima " + name.id(), "Recipient of " + name.en()), now, false);
    }

    private Row yesNo(String list, String path, Words question, @Nullable Boolean now, boolean ranked) {
        String old = rosterValue(list);
        Boolean before = old == null ? null : yes(old);
        Verdict verdict = Verdict.NOT_COMPARABLE;
        if (before != null && now != null) {
            Verdict differs = !ranked ? Verdict.CHANGED : now ? Verdict.BETTER : Verdict.WORSE;
            verdict = before.equals(now) ? Verdict.SAME : differs;
        }
        return new Row(
                list,
                path,
                question,
                old,
                before == null ? (old == null ? null : Words.same(old)) : words(before),
                now == null ? null : now ? "yes" : "no",
                now == null ? null : words(now),
                verdict);
    }

    private static @Nullable Boolean yes(String value) {
        return switch (value.strip().toUpperCase(Locale.ROOT)) {
            case "YA", "YES", "1", "TRUE" -> true;
            case "TIDAK", "NO", "0", "FALSE" -> false;
            default -> null;
        };
    }

    private static Words words(boolean yes) {
        return yes ? YES : NO;
    }

    /** KOSONG is the roster's word for an empty cell. */
    private @Nullable String rosterValue(String list) {
        String value = roster.get(list);
        return value == null || value.isBlank() || value.strip().equalsIgnoreCase("KOSONG") ? null : value.strip();
    }

    private Words question(String path) {
        return form.findQuestion(path).orElseThrow().label();
    }

    private Words say(String path, String code) {
        return form.findQuestion(path).orElseThrow().say(code);
    }
}
