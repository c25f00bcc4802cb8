@NullMarked
package id.tuntas.roster.internal;

import org.jspecify.annotations.NullMarked;
