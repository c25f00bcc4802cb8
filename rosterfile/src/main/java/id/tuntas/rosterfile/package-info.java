/**
 * Reads, matches and checks the lists of families and members that are handed over as workbooks or CSV files (data
 * P3KE, DTSEN): no Spring, no SQL. {@link id.tuntas.rosterfile.RosterCheck} is the way in.
 */
@NullMarked
package id.tuntas.rosterfile;

import org.jspecify.annotations.NullMarked;
