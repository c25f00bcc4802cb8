/** What is done, what waits for whom, how fast it goes: read models over the rooms above. */
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
            "deliberation",
            "citizens",
            "graduation"
        })
package id.tuntas.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
