package id.tuntas.reports.internal;

import id.tuntas.reports.internal.MeetingFacts.Village;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Villages as dots where they lie, north above. A regency is small: longitude shrunk by the cosine of its latitude is projection enough.
 * Dots and names are parts of the page, so that they print sharply and need no picture.
 */
final class DotMap {

    private static final double WIDTH = 178;
    private static final double MOST_HEIGHT = 62;
    private static final double[] VISITED = {0.0001, 0.25, 0.5, 0.75};
    private static final int[] OPEN = {1, 3, 6, 11};

    private static final String VISITED_WORDS =
            "makin gelap makin banyak yang sudah dikunjungi: putih belum satu pun, lalu sampai 25 %, 50 %, 75 %, dan di atasnya.";
    private static final String OPEN_WORDS =
            "makin gelap makin banyak keluarga yang belum tuntas: putih tidak ada, lalu 1-2, 3-5, 6-10, dan 11 ke atas.";

    private DotMap() {}

    static void draw(PaperHtml html, MeetingFacts facts) {
        List<Village> villages = facts.villages();
        if (villages.isEmpty()) {
            html.p("Tidak ada desa yang letaknya diketahui.");
            return;
        }
        DoubleSummaryStatistics lats = villages.stream().collect(Collectors.summarizingDouble(Village::lat));
        DoubleSummaryStatistics lngs = villages.stream().collect(Collectors.summarizingDouble(Village::lng));
        double squeeze = Math.cos(Math.toRadians((lats.getMin() + lats.getMax()) / 2));
        double wide = Math.max(0.001, (lngs.getMax() - lngs.getMin()) * squeeze);
        double high = Math.max(0.001, lats.getMax() - lats.getMin());
        double scale = Math.min(WIDTH / wide, MOST_HEIGHT / high);
        html.raw("<div class=\"map\" style=\"height: " + millimetres(high * scale + 4) + "\">");
        ToIntFunction<Village> shade = facts.towardsZero() ? DotMap::open : DotMap::visited;
        for (Village one : villages) {
            html.raw("<div class=\"dot s" + shade.applyAsInt(one) + "\" style=\""
                    + place((one.lng() - lngs.getMin()) * squeeze * scale, (lats.getMax() - one.lat()) * scale)
                    + "\"></div>");
        }
        List<MapName> names = facts.districts().stream()
                .flatMap(one -> one.lat() == null || one.lng() == null
                        ? Stream.empty()
                        : Stream.of(new MapName(
                                one.name(),
                                Math.clamp(
                                        (one.lng() - lngs.getMin()) * squeeze * scale - MapName.WIDTH / 2,
                                        0,
                                        WIDTH - MapName.WIDTH),
                                (lats.getMax() - one.lat()) * scale)))
                .toList();
        for (MapName name : MapName.apart(names)) {
            html.raw("<div class=\"name\" style=\"" + place(name.left(), name.top()) + "\"><span>")
                    .text(name.text())
                    .raw("</span></div>");
        }
        html.raw("</div>");
        long white = villages.stream().filter(one -> shade.applyAsInt(one) == 0).count();
        html.raw("<p class=\"small\">")
                .text("Satu titik satu desa, " + (facts.towardsZero() ? OPEN_WORDS : VISITED_WORDS) + " "
                        + PaperHtml.count(white) + " dari " + PaperHtml.count(villages.size()) + " desa "
                        + (facts.towardsZero() ? "sudah nol." : "belum tersentuh.")
                        + (facts.proposed() > 0 ? " Usulan ikut dihitung." : ""))
                .raw("</p>");
    }

    /** By the share of its families that were visited. */
    private static int visited(Village village) {
        double share = village.now().total() == 0
                ? 0
                : (double) village.now().visited() / village.now().total();
        return (int) Arrays.stream(VISITED).filter(bound -> share >= bound).count();
    }

    /** By how many of its families are not at zero. */
    private static int open(Village village) {
        return (int) Arrays.stream(OPEN)
                .filter(bound -> village.stand().open() >= bound)
                .count();
    }

    private static String place(double left, double top) {
        return "left: " + millimetres(left) + "; top: " + millimetres(top);
    }

    private static String millimetres(double length) {
        return String.format(Locale.ROOT, "%.1fmm", length);
    }
}
