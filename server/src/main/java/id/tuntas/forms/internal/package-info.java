@NullMarked
package id.tuntas.forms.internal;

import org.jspecify.annotations.NullMarked;
