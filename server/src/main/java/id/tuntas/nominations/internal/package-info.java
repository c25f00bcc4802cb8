@NullMarked
package id.tuntas.nominations.internal;

import org.jspecify.annotations.NullMarked;
