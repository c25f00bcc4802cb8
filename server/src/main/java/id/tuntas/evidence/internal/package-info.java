@NullMarked
package id.tuntas.evidence.internal;

import org.jspecify.annotations.NullMarked;
