/** What people without an account send and read: nominations and objections with their codes, and a family's own status. */
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
            "review",
            "nominations",
            "deliberation",
            "graduation"
        })
package id.tuntas.citizens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
