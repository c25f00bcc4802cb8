/** What leaves the house as a file: lists, letters and reports, each saying what it is, as of when, by whom, and proved by its hash. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ledger",
            "access",
            "regions",
            "forms",
            "rounds",
            "cases",
            "programmes",
            "interventions",
            "monitoring"
        })
package id.tuntas.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
