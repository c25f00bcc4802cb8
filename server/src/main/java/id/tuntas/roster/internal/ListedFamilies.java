package id.tuntas.roster.internal;

import id.tuntas.cases.NewFamily;
import id.tuntas.cases.NewFamily.NewMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The families of a staged release by key, read in batches on the caller's connection, so that memory stays steady. */
final class ListedFamilies implements Iterator<NewFamily> {

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final Release release;
    private final LongConsumer told;
    private Iterator<NewFamily> batch = List.<NewFamily>of().iterator();
    private String last = "";
    private boolean ended;
    private long handedOver;

    /** @param told how many families have been handed over so far, now and then */
    ListedFamilies(JdbcClient jdbc, Release release, LongConsumer told) {
        this.jdbc = jdbc;
        this.release = release;
        this.told = told;
    }

    private record Row(
            String key,
            String village,
            String head,
            String address,
            @Nullable String nik,
            @Nullable String kk,
            @Nullable String sex,
            @Nullable LocalDate birthDate) {}

    private record Person(
            String key,
            String name,
            @Nullable String nik,
            @Nullable String relationship,
            @Nullable String sex,
            @Nullable LocalDate birthDate) {}

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && !ended) {
            batch = read();
        }
        return batch.hasNext();
    }

    @Override
    public NewFamily next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        handedOver++;
        return batch.next();
    }

    private Iterator<NewFamily> read() {
        told.accept(handedOver);
        List<Row> rows = families();
        ended = rows.size() < BATCH;
        if (rows.isEmpty()) {
            return List.<NewFamily>of().iterator();
        }
        String first = rows.getFirst().key();
        last = rows.getLast().key();
        Map<String, List<Person>> people = people(first, last).stream().collect(Collectors.groupingBy(Person::key));
        Map<String, Integer> warnings = warnings(first, last);
        return rows.stream()
                .map(row -> family(row, people.getOrDefault(row.key(), List.of()), warnings.getOrDefault(row.key(), 0)))
                .iterator();
    }

    private List<Row> families() {
        return jdbc.sql("""
                select f.family_key, f.village_code, f.head_name, f.address, f.nik, f.kk, f.sex, f.birth_date
                from roster.family f where f.regency_code = :regency and f.release_id = :id and f.family_key > :after
                order by f.family_key limit :limit
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("after", last)
                .param("limit", BATCH)
                .query((row, n) -> new Row(
                        row.getString("family_key"),
                        row.getString("village_code"),
                        row.getString("head_name"),
                        row.getString("address"),
                        row.getString("nik"),
                        row.getString("kk"),
                        row.getString("sex"),
                        row.getObject("birth_date", LocalDate.class)))
                .list();
    }

    private Map<String, Integer> warnings(String from, String to) {
        Map<String, Integer> warnings = new HashMap<>();
        jdbc.sql("""
                select family_key, count(*) as warnings from roster.problem
                where regency_code = :regency and release_id = :id and family_key between :from and :to and severity = 'warning'
                group by family_key
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    warnings.put(row.getString("family_key"), row.getInt("warnings"));
                });
        return warnings;
    }

    private List<Person> people(String from, String to) {
        return jdbc.sql("""
                select family_key, name, nik, relationship, sex, birth_date from roster.member
                where regency_code = :regency and release_id = :id and family_key between :from and :to
                order by family_key, head desc, position
                """)
                .param("regency", release.regencyCode())
                .param("id", release.id())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Person(
                        row.getString("family_key"),
                        row.getString("name"),
                        row.getString("nik"),
                        row.getString("relationship"),
                        row.getString("sex"),
                        row.getObject("birth_date", LocalDate.class)))
                .list();
    }

    /** Where no member is listed, the head is at least known by his family's row. */
    private static NewFamily family(Row row, List<Person> people, int warnings) {
        List<NewMember> members = new ArrayList<>();
        for (Person person : people) {
            members.add(new NewMember(
                    members.size() + 1,
                    person.name(),
                    person.nik(),
                    person.relationship(),
                    person.sex(),
                    person.birthDate()));
        }
        if (members.isEmpty()) {
            members.add(new NewMember(1, row.head(), row.nik(), "KEPALA KELUARGA", row.sex(), row.birthDate()));
        }
        return new NewFamily(
                row.key(),
                row.village(),
                row.head(),
                row.address(),
                Hamlet.in(row.address()),
                row.kk(),
                warnings,
                members);
    }
}
