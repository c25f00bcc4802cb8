@NullMarked
package id.tuntas.cases.internal;

import org.jspecify.annotations.NullMarked;
