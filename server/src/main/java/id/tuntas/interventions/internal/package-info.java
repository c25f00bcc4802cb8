@NullMarked
package id.tuntas.interventions.internal;

import org.jspecify.annotations.NullMarked;
