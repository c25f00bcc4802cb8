@NullMarked
package id.tuntas.review.internal;

import org.jspecify.annotations.NullMarked;
