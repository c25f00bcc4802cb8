package id.tuntas.rosterfile.table;

public enum CellKind {
    EMPTY,
    TEXT,
    NUMBER,
    /** Its cached value is kept to be shown, never to be believed. */
    FORMULA
}
