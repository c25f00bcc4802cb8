package id.tuntas.reports.internal;

import java.util.List;

/**
 * Rows of a report under their titles.
 *
 * @param rows cells as they stand in a file: numbers with a point and no grouping, days as {@code 2023-02-25}, empty where nothing is known
 */
record Table(String name, List<Column> columns, List<List<String>> rows) {

    /** @param number whether a workbook has numbers in it */
    record Column(String title, boolean number) {

        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }
}
