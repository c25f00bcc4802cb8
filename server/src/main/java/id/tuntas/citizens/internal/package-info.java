@NullMarked
package id.tuntas.citizens.internal;

import org.jspecify.annotations.NullMarked;
