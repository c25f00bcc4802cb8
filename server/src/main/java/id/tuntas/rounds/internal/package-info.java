@NullMarked
package id.tuntas.rounds.internal;

import org.jspecify.annotations.NullMarked;
