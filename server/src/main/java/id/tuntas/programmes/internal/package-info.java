@NullMarked
package id.tuntas.programmes.internal;

import org.jspecify.annotations.NullMarked;
