package id.tuntas.reports.internal;

import java.util.List;

/**
 * Rows of a report under their titles.
 *
 * @param rows cells as they stand in a file: numbers with a point and no grouping, days as {@code 2023-02-25}, empty where nothing is known
 */
record Table(String name, List<Column> columns, List<List<String>> rows) {

    /**
     * @param number whether a workbook has numbers in it
     * @param right whether it stands at the right on paper
     */
    record Column(String title, boolean number, boolean right) {

        static Column text(String title) {
            return new Column(title, false, false);
        }

        static Column number(String title) {
            return new Column(title, true, true);
        }

        /** By how much something moved, with its sign. */
        static Column change(String title) {
            return new Column(title, false, true);
        }
    }

    /** The same, where the first column says nothing new. */
    Table withoutFirst() {
        return new Table(
                name,
                columns.subList(1, columns.size()),
                rows.stream().map(row -> row.subList(1, row.size())).toList());
    }

    List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }
}
