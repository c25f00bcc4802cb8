/** The roster on the command line. */
@NullMarked
package id.tuntas.rosterfile.cli;

import org.jspecify.annotations.NullMarked;
