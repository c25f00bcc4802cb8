package id.tuntas.platform;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Small facts about the installation, by name. */
@Component
public class Settings {

    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> find(String name) {
        return jdbc.sql("select value from platform.setting where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    public void put(String name, String value) {
        jdbc.sql("""
                insert into platform.setting (name, value) values (:name, :value)
                on conflict (name) do update set value = excluded.value
                """).param("name", name).param("value", value).update();
    }
}
