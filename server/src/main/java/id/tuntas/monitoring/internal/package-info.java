@NullMarked
package id.tuntas.monitoring.internal;

import org.jspecify.annotations.NullMarked;
