package id.tuntas.rosterfile.layout;

import java.util.List;

/**
 * A sheet that was recognised.
 *
 * @param headerRow from 1
 * @param headers of all columns, as spelt; empty where a column has none
 * @param columnOf column of each field of the layout; -1 where the sheet has none
 * @param ambiguous columns whose header spells a field that an earlier column has
 * @param missing required fields that no column has
 */
public record HeaderMatch(
        Layout layout,
        int headerRow,
        List<String> headers,
        int[] columnOf,
        List<Integer> ambiguous,
        List<Field> missing) {}
