/** Verification campaigns: dates, form version, dated poverty lines, evidence rules. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "ledger", "access", "regions", "forms"})
package id.tuntas.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
