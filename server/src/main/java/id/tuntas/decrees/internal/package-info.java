@NullMarked
package id.tuntas.decrees.internal;

import org.jspecify.annotations.NullMarked;
