package id.tuntas.roster.internal;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that were staged a moment ago have no statistics yet; a planner who takes them for a handful compares each with each. Statements over
 * a whole release join by hashing.
 */
final class FreshRows {

    private FreshRows() {}

    /** Runs a statement in the caller's transaction. */
    static <T> T joinByHashing(JdbcClient jdbc, Supplier<T> statement) {
        nestedLoops(jdbc, "off");
        T result = statement.get();
        nestedLoops(jdbc, "on");
        return result;
    }

    private static void nestedLoops(JdbcClient jdbc, String setting) {
        jdbc.sql("select set_config('enable_nestloop', :setting, true)")
                .param("setting", setting)
                .query(String.class)
                .single();
    }
}
