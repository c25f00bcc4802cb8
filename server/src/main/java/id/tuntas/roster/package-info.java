/** Delivered lists: workbook to staged rows to report to commit into the cases; how one release differs from the last. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "ledger", "access", "regions", "forms", "rounds", "cases"})
package id.tuntas.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
