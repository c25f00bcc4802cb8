package id.tuntas.roster.internal;

import id.tuntas.access.Actor;
import id.tuntas.platform.Json;
import id.tuntas.platform.Page;
import id.tuntas.platform.Refusal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The families of one release that it adds, drops, changes, or brings back with old data, with what differs. */
@Component
class ComparisonQueries {

    private static final Set<String> KINDS = Set.of("added", "dropped", "changed", "returned");

    private final RosterQueries queries;
    private final RosterTexts texts;
    private final JdbcClient jdbc;
    private final Json json;

    ComparisonQueries(RosterQueries queries, RosterTexts texts, JdbcClient jdbc, Json json) {
        this.queries = queries;
        this.texts = texts;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param changes empty for a family that is added or dropped */
    record ComparedFamily(
            String familyId,
            @Nullable String head,
            @Nullable String village,
            List<Change> changes) {}

    /** @param field as its column is called in the caller's language */
    record Change(
            String field, @Nullable String before, @Nullable String after) {}

    private record Listed(
            String key, UUID baseId, String head, @Nullable String village) {}

    Page<ComparedFamily> families(Actor actor, UUID id, String kind, @Nullable String after, int limit, Locale locale) {
        Release release = queries.release(actor, id);
        if (!KINDS.contains(kind)) {
            throw Refusal.invalid("/kind", "unknown");
        }
        if (release.comparison() == null) {
            return new Page<>(List.of(), null);
        }
        Page<Listed> page = Page.of(
                kind.equals("added") ? added(release, after, limit + 1) : different(release, kind, after, limit + 1),
                limit,
                Listed::key);
        boolean compares = kind.equals("changed") || kind.equals("returned");
        Map<String, List<Change>> changes = compares ? changes(release, page.items(), locale) : Map.of();
        return new Page<>(
                page.items().stream()
                        .map(one -> new ComparedFamily(
                                one.key(), one.head(), one.village(), changes.getOrDefault(one.key(), List.of())))
                        .toList(),
                page.next());
    }

    private List<Listed> added(Release release, @Nullable String after, int limit) {
        return jdbc.sql("""
                select f.family_key, f.release_id as base_id, f.head_name, v.name as village
                from roster.family f
                left join regions.region v on v.code = f.village_code
                where f.regency_code = :regency and f.release_id = :id and f.family_key > :after and not exists (
                    select from roster.standing s where s.regency_code = f.regency_code and s.round_id = :round
                        and s.family_key = f.family_key and s.first_release_id <> :id)
                order by f.family_key limit :limit
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("round", release.roundId())
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query((row, n) -> listed(row))
                .list();
    }

    private List<Listed> different(Release release, String kind, @Nullable String after, int limit) {
        return jdbc.sql("""
                select d.family_key, d.base_release_id as base_id, f.head_name, v.name as village
                from roster.difference d
                join roster.family f on f.regency_code = d.regency_code and f.family_key = d.family_key
                    and f.release_id = case d.kind when 'dropped' then d.base_release_id else d.release_id end
                left join regions.region v on v.code = f.village_code
                where d.regency_code = :regency and d.release_id = :id and d.kind = :kind and d.family_key > :after
                order by d.family_key limit :limit
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("kind", kind)
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query((row, n) -> listed(row))
                .list();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getString("family_key"),
                row.getObject("base_id", UUID.class),
                row.getString("head_name"),
                row.getString("village"));
    }

    /** One family as one release lists it: values by field, and its people. */
    private record Sides(Map<String, String> values, Set<String> people) {}

    private Map<String, List<Change>> changes(Release release, List<Listed> families, Locale locale) {
        if (families.isEmpty()) {
            return Map.of();
        }
        String[] keys = families.stream().map(Listed::key).toArray(String[]::new);
        Set<UUID> ids = families.stream().map(Listed::baseId).collect(Collectors.toCollection(HashSet::new));
        ids.add(release.id());
        Map<String, Sides> sides = sides(release, keys, ids);
        Map<UUID, Set<String>> columns = columns(release, ids);
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        for (Listed family : families) {
            Set<String> both = new HashSet<>(columns.getOrDefault(release.id(), Set.of()));
            both.retainAll(columns.getOrDefault(family.baseId(), Set.of()));
            both.removeAll(RowCells.TYPED);
            Sides before = sides.get(family.baseId() + family.key());
            Sides now = sides.get(release.id() + family.key());
            if (before != null && now != null) {
                changes.put(family.key(), changes(before, now, both, locale));
            }
        }
        return changes;
    }

    private List<Change> changes(Sides before, Sides now, Set<String> compared, Locale locale) {
        List<Change> changes = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>(now.values().keySet());
        fields.addAll(before.values().keySet());
        for (String field : fields) {
            String old = before.values().get(field);
            String fresh = now.values().get(field);
            boolean counts = compared.contains(field) || RowCells.TYPED.contains(field);
            if (counts && !Objects.equals(old, fresh)) {
                changes.add(new Change(
                        texts.label(field, locale),
                        texts.value(field, old, locale),
                        texts.value(field, fresh, locale)));
            }
        }
        List<String> gone = before.people().stream()
                .filter(one -> !now.people().contains(one))
                .toList();
        List<String> come = now.people().stream()
                .filter(one -> !before.people().contains(one))
                .toList();
        if (!gone.isEmpty() || !come.isEmpty()) {
            changes.add(new Change(texts.label("members", locale), names(gone), names(come)));
        }
        return changes;
    }

    /** A person's line without what only tells him apart. */
    private static @Nullable String names(List<String> people) {
        return people.isEmpty()
                ? null
                : people.stream()
                        .map(one -> one.substring(0, one.indexOf('\n')))
                        .collect(Collectors.joining(", "));
    }

    private Map<UUID, Set<String>> columns(Release release, Set<UUID> ids) {
        Map<UUID, Set<String>> columns = new LinkedHashMap<>();
        jdbc.sql("select id, family_columns from roster.release where regency_code = :regency and id = any(:ids)")
                .param("regency", release.regencyCode())
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    columns.put(row.getObject("id", UUID.class), Set.of((String[])
                            row.getArray("family_columns").getArray()));
                });
        return columns;
    }

    private Map<String, Sides> sides(Release release, String[] keys, Set<UUID> ids) {
        Map<String, Sides> sides = new LinkedHashMap<>();
        jdbc.sql("""
                select f.*, (select array_agg(m.name || E'\\n' || concat_ws('|', m.nik, m.relationship, m.sex, m.birth_date)
                        order by m.head desc, m.position)
                    from roster.member m where m.regency_code = f.regency_code and m.release_id = f.release_id
                        and m.family_key = f.family_key) as people
                from roster.family f
                where f.regency_code = :regency and f.release_id = any(:ids) and f.family_key = any(:keys)
                """)
                .param("regency", release.regencyCode())
                .param("ids", ids.toArray(UUID[]::new))
                .param("keys", keys)
                .query(row -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    put(values, "head_name", row.getString("head_name"));
                    put(values, "nik", row.getString("nik"));
                    put(values, "kk", row.getString("kk"));
                    put(values, "village_code", row.getString("village_code"));
                    put(values, "address", row.getString("address"));
                    put(values, "sex", row.getString("sex"));
                    put(values, "birth_date", Objects.toString(row.getObject("birth_date", LocalDate.class), null));
                    json.read(row.getString("cells"), new TypeReference<Map<String, String>>() {}).entrySet().stream()
                            .filter(cell -> !RowCells.TYPED.contains(cell.getKey()))
                            .forEach(cell -> values.put(cell.getKey(), cell.getValue()));
                    Array people = row.getArray("people");
                    sides.put(
                            row.getObject("release_id", UUID.class) + row.getString("family_key"),
                            new Sides(
                                    values,
                                    people == null
                                            ? Set.of()
                                            : new LinkedHashSet<>(List.of((String[]) people.getArray()))));
                });
        return sides;
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }
}
