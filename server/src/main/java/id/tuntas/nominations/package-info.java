/** Families that no roster lists and somebody proposes; taken into the round as a case, or declined. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ledger",
            "access",
            "regions",
            "evidence",
            "forms",
            "rounds",
            "cases",
            "roster",
            "visits",
            "review"
        })
package id.tuntas.nominations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
