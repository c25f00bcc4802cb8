package id.tuntas.structure;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.ServerTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("structure")
@ServerTest
class SchemaTest {

    /**
     * Tables whose rows are found without knowing the regency first: what proves who somebody is, what belongs to the installation, and the
     * list of regions itself.
     */
    private static final Set<String> BEFORE_ANY_REGENCY = Set.of(
            "platform.setting",
            "access.session",
            "access.api_token",
            "access.failed_sign_in",
            "access.setup_link",
            "regions.region");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyForeignKeyHasAnIndex() {
        List<String> without =
                jdbc.sql("""
                select c.conrelid::regclass || ' ' || c.conname
                from pg_constraint c
                where c.contype = 'f' and c.connamespace::regnamespace::text = any(:schemas)
                  and not exists (
                    select from pg_index i
                    where i.indrelid = c.conrelid and i.indpred is null
                      and (select array_agg(k order by k) from unnest(i.indkey) with ordinality u (k, n) where n <= cardinality(c.conkey))
                        = (select array_agg(k order by k) from unnest(c.conkey) k))
                order by 1
                """).param("schemas", schemas()).query(String.class).list();

        assertThat(without).isEmpty();
    }

    @Test
    void theRegencyLeadsEveryPrimaryKey() {
        assertThat(tables())
                .filteredOn(table -> !BEFORE_ANY_REGENCY.contains(table))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(primaryKey(table)).as(table).startsWith("regency_code"));
    }

    @Test
    void theRegencyLeadsEveryForeignKeyBetweenTablesThatHaveOne() {
        List<String> without =
                jdbc.sql("""
                select c.conrelid::regclass || ' ' || c.conname
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.connamespace::regnamespace::text = any(:schemas)
                  and c.confrelid <> 'regions.region'::regclass and a.attname <> 'regency_code'
                order by 1
                """).param("schemas", schemas()).query(String.class).list();

        assertThat(without).isEmpty();
    }

    @Test
    void everyTableStandsInTheSchemaOfARoom() {
        List<String> strays = jdbc.sql("""
                select schemaname || '.' || tablename from pg_tables
                where schemaname = 'public' and tablename <> 'flyway_schema_history'
                """).query(String.class).list();

        assertThat(strays).isEmpty();
    }

    private String[] schemas() {
        return jdbc.sql("""
                select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('public', 'information_schema')
                """).query(String.class).list().toArray(String[]::new);
    }

    private List<String> tables() {
        return jdbc.sql("""
                select schemaname || '.' || tablename from pg_tables where schemaname = any(:schemas) order by 1
                """).param("schemas", schemas()).query(String.class).list();
    }

    private List<String> primaryKey(String table) {
        return jdbc.sql("""
                select a.attname from pg_constraint c
                cross join unnest(c.conkey) with ordinality k (attnum, n)
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
                where c.contype = 'p' and c.conrelid = cast(:table as regclass) order by k.n
                """).param("table", table).query(String.class).list();
    }
}
