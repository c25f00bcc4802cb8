/** The village meetings: what each decided on its families, who was there, and what it holds against a finding. */
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
            "visits",
            "review",
            "nominations",
            "graduation"
        })
package id.tuntas.deliberation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
