package id.tuntas.rosterfile.check;

import id.tuntas.rosterfile.DateOrderDecision;
import id.tuntas.rosterfile.DateOrderDecision.How;
import id.tuntas.rosterfile.DateOrderDecision.Order;
import id.tuntas.rosterfile.layout.Field;
import id.tuntas.rosterfile.layout.Fields;
import id.tuntas.rosterfile.table.FileRefused;
import id.tuntas.rosterfile.table.Row;
import id.tuntas.rosterfile.table.RowCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of day and month comes first in each date column of one sheet. Asked for the first time when a date leaves it open;
 * then the whole sheet is read once for its evidence. Sheets whose dates are clear are never read twice.
 */
final class DateOrders {

    private final SheetTask task;
    private @Nullable Map<Integer, DateOrderDecision> byPosition;

    DateOrders(SheetTask task) {
        this.task = task;
    }

    DateOrderDecision decide(int position) throws IOException, FileRefused {
        Map<Integer, DateOrderDecision> decisions = byPosition;
        if (decisions == null) {
            decisions = survey();
            byPosition = decisions;
        }
        DateOrderDecision decision = decisions.get(position);
        if (decision == null) {
            throw new IllegalStateException("No date column " + position);
        }
        return decision;
    }

    /** Of the columns that had open dates. */
    Collection<DateOrderDecision> decided() {
        Map<Integer, DateOrderDecision> decisions = byPosition;
        return decisions == null ? List.of() : decisions.values();
    }

    private Map<Integer, DateOrderDecision> survey() throws IOException, FileRefused {
        List<Evidence> columns = new ArrayList<>();
        for (int position = 0; position < task.columns.length; position++) {
            Field field = task.fields.get(position);
            if (field != null && field.kind() == Field.Kind.DATE) {
                columns.add(new Evidence(position));
            }
        }
        int nikPosition = task.position(Fields.NIK);
        try (RowCursor cursor = task.sheet.rows()) {
            while (cursor.next()) {
                Row row = cursor.row();
                if (row.number() > task.match.headerRow()) {
                    String nik = nikPosition < 0 ? "" : Nik.clean(row.text(task.columns[nikPosition]));
                    for (Evidence evidence : columns) {
                        evidence.add(row, nik);
                    }
                }
            }
        }
        Map<Integer, DateOrderDecision> decisions = new LinkedHashMap<>();
        for (Evidence evidence : columns) {
            decisions.put(evidence.position, evidence.decision());
        }
        return decisions;
    }

    private final class Evidence {

        private final int position;
        private final DateText date = new DateText();
        private long dayFirst;
        private long monthFirst;
        private long nikDayFirst;
        private long nikMonthFirst;

        Evidence(int position) {
            this.position = position;
        }

        void add(Row row, String nik) {
            int column = task.columns[position];
            String text = row.text(column);
            if (text.isEmpty()) {
                return;
            }
            DateText.Reading reading = date.read(text, row.kind(column), task.from1904);
            if (date.onlyDayFirst()) {
                dayFirst++;
            } else if (date.onlyMonthFirst()) {
                monthFirst++;
            } else if (reading == DateText.Reading.OPEN && Nik.isNumber(nik)) {
                boolean agreesDayFirst = Nik.born(nik, date.date(true));
                boolean agreesMonthFirst = Nik.born(nik, date.date(false));
                nikDayFirst += agreesDayFirst ? 1 : 0;
                nikMonthFirst += agreesMonthFirst ? 1 : 0;
            }
        }

        DateOrderDecision decision() {
            How how = how();
            boolean isMonthFirst = switch (how) {
                case OTHER_ROWS -> monthFirst > 0;
                case NIK -> nikMonthFirst > 0;
                case MIXED -> monthFirst + nikMonthFirst > dayFirst + nikDayFirst;
                case CUSTOM -> false;
            };
            int column = task.columns[position];
            return new DateOrderDecision(
                    task.fileName,
                    task.sheetName,
                    String.valueOf(task.letter(position)),
                    task.match.headers().get(column),
                    isMonthFirst ? Order.MONTH_FIRST : Order.DAY_FIRST,
                    how,
                    dayFirst,
                    monthFirst,
                    nikDayFirst,
                    nikMonthFirst);
        }

        private How how() {
            if (dayFirst > 0 || monthFirst > 0) {
                return dayFirst > 0 && monthFirst > 0 ? How.MIXED : How.OTHER_ROWS;
            }
            if (nikDayFirst > 0 || nikMonthFirst > 0) {
                return nikDayFirst > 0 && nikMonthFirst > 0 ? How.MIXED : How.NIK;
            }
            return How.CUSTOM;
        }
    }
}
