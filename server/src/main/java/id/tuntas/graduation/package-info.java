/** From help that arrived to zero: re-visits, graduation with the village's word, samples of the graduated, the watch after zero. */
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
            "visits"
        })
package id.tuntas.graduation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
