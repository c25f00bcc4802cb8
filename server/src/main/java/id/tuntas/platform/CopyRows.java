package id.tuntas.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows in PostgreSQL's text format of COPY, sent over the transaction's own connection. */
public final class CopyRows {

    private final String command;
    private final StringBuilder text = new StringBuilder();

    /** @param tableAndColumns as {@code cases.member (id, name)} */
    public CopyRows(String tableAndColumns) {
        command = "copy " + tableAndColumns + " from stdin";
    }

    public CopyRows add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object value = values[i];
            if (value == null) {
                text.append("\\N");
            } else {
                escape(value.toString());
            }
        }
        text.append('\n');
        return this;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** Characters that wait to be sent. */
    public int size() {
        return text.length();
    }

    /** Sends what waits; more rows may follow. */
    public void send(JdbcTemplate jdbc) {
        if (text.isEmpty()) {
            return;
        }
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(command, new StringReader(text.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new SQLException(command + ": " + e.getMessage(), e.getSQLState(), e);
            }
        });
        text.setLength(0);
    }
}
