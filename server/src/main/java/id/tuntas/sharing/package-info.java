/** Quota and budget shared out among extremely poor families: worked out, explained, changed by people, then asked of the agencies. */
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
            "interventions"
        })
package id.tuntas.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
