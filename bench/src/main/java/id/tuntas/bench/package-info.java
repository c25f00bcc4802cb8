/** Measures the server beside bare PostgreSQL, in one run and on one machine, so that the ratio can be compared between machines. */
@NullMarked
package id.tuntas.bench;

import org.jspecify.annotations.NullMarked;
