/** The rules a row is held to, and the run over all rows of all files. */
@NullMarked
package id.tuntas.rosterfile.check;

import org.jspecify.annotations.NullMarked;
