/** The family, its members, the road it walks, and who visits it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "ledger", "access", "regions", "forms", "rounds"})
package id.tuntas.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
