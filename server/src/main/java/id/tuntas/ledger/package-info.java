/** The append-only, hash-chained record of every act. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package id.tuntas.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
