/** What officers send: one door for both clients, kept first and interpreted afterwards; conflicts; revisions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "ledger", "access", "regions", "evidence", "forms", "rounds", "cases"})
package id.tuntas.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
