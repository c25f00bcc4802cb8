package id.tuntas.reports.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A name on a map, centred in its box; millimetres from the map's upper left corner. */
record MapName(String text, double left, double top) {

    static final double WIDTH = 30;
    private static final double HEIGHT = 3;
    private static final double LETTER = 1.4;
    private static final int STEPS = 12;

    boolean touches(MapName other) {
        return Math.abs(left - other.left) < (text.length() + other.text.length()) * LETTER / 2
                && Math.abs(top - other.top) < HEIGHT;
    }

    private MapName lower(double by) {
        return new MapName(text, left, top + by);
    }

    /** Each where it is or as little above or below as keeps it off those before it. */
    static List<MapName> apart(List<MapName> names) {
        List<MapName> placed = new ArrayList<>();
        names.stream()
                .sorted(Comparator.comparing(MapName::top))
                .forEach(name -> placed.add(IntStream.rangeClosed(0, STEPS)
                        .mapToObj(step -> name.lower((step % 2 == 0 ? -step : step + 1) * HEIGHT / 4))
                        .filter(moved -> placed.stream().noneMatch(moved::touches))
                        .findFirst()
                        .orElse(name)));
        return placed;
    }
}
