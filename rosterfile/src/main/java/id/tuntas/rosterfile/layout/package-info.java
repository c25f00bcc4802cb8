/** Known lists as data: their columns, spellings and code lists, and how a sheet is recognised. */
@NullMarked
package id.tuntas.rosterfile.layout;

import org.jspecify.annotations.NullMarked;
