package id.tuntas.interventions.internal;

import id.tuntas.forms.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That a decree struck the family from the list, so that nothing more is planned for it or given to it. */
record Struck(String decree, LocalDate on) {

    /** Over family f. */
    static final String JOIN =
            " left join decrees.struck x on x.regency_code = f.regency_code and x.round_id = f.round_id and x.family_id = f.id ";

    /** What {@link #JOIN} gives {@link #of}. */
    static final String COLUMNS = " x.decree as struck_by, x.decided_on as struck_on ";

    static @Nullable Struck of(ResultSet row) throws SQLException {
        String decree = row.getString("struck_by");
        return decree == null ? null : new Struck(decree, row.getObject("struck_on", LocalDate.class));
    }

    /** As a text names it. */
    List<Object> words() {
        return List.of(decree, Words.ofDay(on));
    }
}
