@NullMarked
package id.tuntas.visits.internal;

import org.jspecify.annotations.NullMarked;
