package id.tuntas.interventions.internal;

import id.tuntas.interventions.InterventionState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says, checked.
 *
 * @param rows rows that were read
 * @param same rows that say what stands already
 * @param rejected rows with a problem
 */
record CheckedSheet(int rows, int same, List<Change> changes, List<Problem> problems, List<Rejected> rejected) {

    /** @param row as the workbook shows it, from 1 */
    record Change(
            int row,
            UUID id,
            int version,
            String number,
            String name,
            String programme,
            boolean acceptFirst,
            InterventionState state,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate deliveredOn,
            @Nullable Long amount,
            String reason) {}

    /** @param value what the cell says, as far as it can be shown */
    record Problem(int row, String column, String code, List<Object> arguments, String value) {}

    /** @param cells as {@link SheetCells} reads them again */
    record Rejected(int row, Map<SheetColumn, String> cells) {}
}
