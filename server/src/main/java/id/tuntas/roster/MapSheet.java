package id.tuntas.roster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that no layout knows, mapped by hand.
 *
 * @param name how the person calls this kind of sheet
 * @param sheet as spelt in the workbook; null for CSV
 * @param columns letter of the column by field
 */
public record MapSheet(String name, String file, @Nullable String sheet, Map<String, String> columns) {

    public MapSheet {
        columns = Map.copyOf(columns);
    }
}
