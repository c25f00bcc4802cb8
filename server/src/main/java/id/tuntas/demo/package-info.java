/** A seeded round of Buleleng in February 2023, with nobody's data; profile {@code demo} only. */
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
            "review",
            "programmes",
            "interventions",
            "sharing",
            "deliberation",
            "decrees",
            "citizens",
            "graduation"
        })
package id.tuntas.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
