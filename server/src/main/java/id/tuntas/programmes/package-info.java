/** What is offered to extremely poor families, who it is for, and what each family needs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "ledger", "access", "regions", "forms", "cases"})
package id.tuntas.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
