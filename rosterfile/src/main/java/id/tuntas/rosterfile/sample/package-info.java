/** Invented families and the files that carry them; no real person's data. */
@NullMarked
package id.tuntas.rosterfile.sample;

import org.jspecify.annotations.NullMarked;
