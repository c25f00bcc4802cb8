@NullMarked
package id.tuntas.deliberation.internal;

import org.jspecify.annotations.NullMarked;
