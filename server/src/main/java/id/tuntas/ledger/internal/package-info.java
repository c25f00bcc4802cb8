@NullMarked
package id.tuntas.ledger.internal;

import org.jspecify.annotations.NullMarked;
