@NullMarked
package id.tuntas.reports.internal;

import org.jspecify.annotations.NullMarked;
