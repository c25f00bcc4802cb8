package id.tuntas.reports.internal;

import id.tuntas.platform.Json;
import id.tuntas.reports.internal.FamilyQueries.Family;
import id.tuntas.reports.internal.Head.Line;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Families as points of their visits (RFC 7946). A family without a place is a feature without a geometry, so that none is missing; what the
 * file says of itself is a foreign member beside the features.
 */
final class GeoJson {

    private record Placed(Family family, @Nullable VisitPoint point) {}

    private GeoJson() {}

    static byte[] write(Json json, Head head, List<Family> families) {
        List<Placed> placed = families.stream()
                .map(family -> new Placed(family, VisitPoint.of(family.lat(), family.lng(), family.accuracy())))
                .toList();
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        List<List<BigDecimal>> positions = placed.stream()
                .map(Placed::point)
                .filter(Objects::nonNull)
                .map(VisitPoint::position)
                .toList();
        if (!positions.isEmpty()) {
            collection.put("bbox", box(positions));
        }
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Judul", head.title());
        for (Line line : head.lines()) {
            about.put(line.label(), line.value());
        }
        collection.put("about", about);
        collection.put("features", placed.stream().map(GeoJson::feature).toList());
        return json.write(collection).getBytes(StandardCharsets.UTF_8);
    }

    /** West, south, east, north. */
    private static List<BigDecimal> box(List<List<BigDecimal>> positions) {
        return Stream.of(
                        positions.stream().map(List::getFirst).min(BigDecimal::compareTo),
                        positions.stream().map(List::getLast).min(BigDecimal::compareTo),
                        positions.stream().map(List::getFirst).max(BigDecimal::compareTo),
                        positions.stream().map(List::getLast).max(BigDecimal::compareTo))
                .map(edge -> edge.orElseThrow())
                .toList();
    }

    private static Map<String, Object> feature(Placed placed) {
        Family family = placed.family();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("number", family.number());
        properties.put("name", family.name());
        properties.put("address", family.address());
        properties.put("hamlet", family.hamlet());
        properties.put("village", family.village());
        properties.put("villageName", family.villageName());
        properties.put("districtName", family.districtName());
        properties.put("persons", family.persons());
        properties.put("standing", family.standing());
        properties.put("zero", family.zero());
        properties.put("listedPersons", family.listed());
        properties.put("visitedOn", family.visitedOn());
        properties.put("accuracyMetres", family.accuracy());
        Map<String, @Nullable Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", family.number());
        feature.put(
                "geometry",
                placed.point() == null
                        ? null
                        : Map.of("type", "Point", "coordinates", placed.point().position()));
        feature.put("properties", properties);
        return feature;
    }
}
