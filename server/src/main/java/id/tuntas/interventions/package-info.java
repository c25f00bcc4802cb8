/** What agencies give extremely poor families: asked, answered, planned, delivered, and said by an officer to have arrived. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ledger",
            "access",
            "regions",
            "evidence",
            "forms",
            "cases",
            "visits",
            "programmes"
        })
package id.tuntas.interventions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
