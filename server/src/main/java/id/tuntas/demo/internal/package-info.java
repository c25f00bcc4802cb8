@NullMarked
package id.tuntas.demo.internal;

import org.jspecify.annotations.NullMarked;
