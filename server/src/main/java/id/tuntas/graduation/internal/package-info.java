@NullMarked
package id.tuntas.graduation.internal;

import org.jspecify.annotations.NullMarked;
