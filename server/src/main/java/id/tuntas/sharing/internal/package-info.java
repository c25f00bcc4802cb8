@NullMarked
package id.tuntas.sharing.internal;

import org.jspecify.annotations.NullMarked;
