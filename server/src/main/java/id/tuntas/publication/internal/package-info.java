@NullMarked
package id.tuntas.publication.internal;

import org.jspecify.annotations.NullMarked;
