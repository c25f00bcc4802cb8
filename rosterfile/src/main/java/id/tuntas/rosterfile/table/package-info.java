/** Workbooks and CSV files as rows of cells, streamed and bounded; no word of the domain. */
@NullMarked
package id.tuntas.rosterfile.table;

import org.jspecify.annotations.NullMarked;
