package id.tuntas.roster.internal;

import id.tuntas.roster.internal.ReleaseStore.RowCounts;
import id.tuntas.rosterfile.RosterReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is asked of a release's rows as a whole, once they are staged. */
@Component
class RowStore {

    private final JdbcClient jdbc;

    RowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes away what an earlier check of the release left. */
    void clear(Release release) {
        for (String table : List.of("problem", "difference", "member", "family")) {
            jdbc.sql("delete from roster." + table + " where regency_code = :regency and release_id = :id")
                    .param("regency", release.regencyCode())
                    .param("id", release.id())
                    .update();
        }
    }

    /** Rules about a whole household name only the place of its family's row. */
    void nameFamiliesOfProblems(Release release) {
        FreshRows.joinByHashing(
                jdbc,
                () -> jdbc.sql("""
                update roster.problem p set family_key = f.family_key, head = f.head_name, village_code = f.village_code
                from roster.family f
                where p.regency_code = :regency and p.release_id = :id and p.family_key is null and p.head is null
                    and f.regency_code = p.regency_code and f.release_id = p.release_id and f.file_ordinal = p.file_ordinal
                    and f.sheet = p.sheet and f.row_number = p.row_number
                """)
                        .param("regency", release.regencyCode())
                        .param("id", release.id())
                        .update());
    }

    RowCounts count(Release release, RosterReport report) {
        return FreshRows.joinByHashing(
                jdbc,
                () -> jdbc.sql("""
                select count(*) as accepted, count(distinct f.village_code) as villages, count(w.family_key) as warned
                from roster.family f
                left join (select distinct family_key from roster.problem where regency_code = :regency and release_id = :id
                    and severity = 'warning') w on w.family_key = f.family_key
                where f.regency_code = :regency and f.release_id = :id
                """)
                        .param("regency", release.regencyCode())
                        .param("id", release.id())
                        .query((row, n) -> new RowCounts(
                                report.families() > 0 ? report.families() : report.acceptedHouseholds(),
                                report.members(),
                                row.getLong("accepted"),
                                row.getLong("warned"),
                                row.getLong("villages")))
                        .single());
    }

    private record GroupRow(String code, int file, String sheet, String column, long count) {}

    /** Problems by code, with the headers of the columns they stand in. */
    List<StoredReport.Group> groups(Release release, RosterReport report) {
        Map<String, String> headers = headers(release, report);
        Map<String, StoredReport.Group> groups = new TreeMap<>();
        jdbc.sql("""
                select code, file_ordinal, sheet, coalesce(column_letter, '') as letter, count(*) as problems
                from roster.problem where regency_code = :regency and release_id = :id group by 1, 2, 3, 4
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .query((row, n) -> new GroupRow(
                        row.getString("code"),
                        row.getInt("file_ordinal"),
                        row.getString("sheet"),
                        row.getString("letter"),
                        row.getLong("problems")))
                .list()
                .forEach(row -> {
                    StoredReport.Group group =
                            groups.getOrDefault(row.code, new StoredReport.Group(row.code, 0, new TreeSet<>()));
                    if (!row.column.isEmpty()) {
                        group.columns().add(headers.getOrDefault(place(row.file, row.sheet, row.column), row.column));
                    }
                    groups.put(row.code, new StoredReport.Group(row.code, group.count() + row.count, group.columns()));
                });
        return List.copyOf(groups.values());
    }

    private static Map<String, String> headers(Release release, RosterReport report) {
        Map<String, String> headers = new HashMap<>();
        report.files()
                .forEach(file -> file.sheets().forEach(sheet -> {
                    int ordinal = release.ordinalOf(file.name());
                    String name = sheet.sheet() == null ? "" : sheet.sheet();
                    sheet.matched().forEach(one -> headers.put(place(ordinal, name, one.column()), one.header()));
                    sheet.unmatched().forEach(one -> headers.put(place(ordinal, name, one.column()), one.header()));
                }));
        return headers;
    }

    private static String place(int file, String sheet, String column) {
        return file + "/" + sheet + "/" + column;
    }
}
