/** The verbs of the command line. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "ledger", "access", "decrees", "demo"})
package id.tuntas.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
