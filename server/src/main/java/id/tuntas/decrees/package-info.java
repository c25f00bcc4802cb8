/** The regent's decree: which families of a round are on the locked list, why the others are not, and what still holds it back. */
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
            "deliberation",
            "citizens"
        })
package id.tuntas.decrees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
