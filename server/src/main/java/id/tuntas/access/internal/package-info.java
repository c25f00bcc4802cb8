@NullMarked
package id.tuntas.access.internal;

import org.jspecify.annotations.NullMarked;
