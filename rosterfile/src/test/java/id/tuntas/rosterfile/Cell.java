package id.tuntas.rosterfile;

import id.tuntas.rosterfile.table.WorkbookWriter;

/** One cell of a list that a test makes. */
public sealed interface Cell {

    record Text(String text) implements Cell {}

    record Number(String digits) implements Cell {}

    record Formula(String formula, String cached) implements Cell {}

    static Cell text(String text) {
        return new Text(text);
    }

    static Cell number(String digits) {
        return new Number(digits);
    }

    static Cell formula(String formula, String cached) {
        return new Formula(formula, cached);
    }

    default void write(WorkbookWriter workbook, int column) {
        switch (this) {
            case Text cell -> workbook.text(column, cell.text());
            case Number cell -> workbook.number(column, cell.digits());
            case Formula cell -> workbook.formula(column, cell.formula(), cell.cached());
        }
    }
}
