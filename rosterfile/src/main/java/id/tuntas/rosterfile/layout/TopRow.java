package id.tuntas.rosterfile.layout;

import id.tuntas.rosterfile.table.Row;
import java.util.ArrayList;
import java.util.List;

/** A row near the top, kept to look for the header. */
public record TopRow(int number, List<String> texts) {

    public static TopRow of(Row row) {
        List<String> texts = new ArrayList<>(row.width());
        for (int column = 0; column < row.width(); column++) {
            texts.add(row.text(column));
        }
        return new TopRow(row.number(), texts);
    }

    int filled() {
        return (int) texts.stream().filter(text -> !text.isEmpty()).count();
    }
}
