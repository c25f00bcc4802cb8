@NullMarked
package id.tuntas.platform.internal;

import org.jspecify.annotations.NullMarked;
