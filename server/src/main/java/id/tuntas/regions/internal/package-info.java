@NullMarked
package id.tuntas.regions.internal;

import org.jspecify.annotations.NullMarked;
