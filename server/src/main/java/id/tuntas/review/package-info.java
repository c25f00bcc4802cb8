/** Deciding on visits: the queue, quality flags, approve, return and reject, samples for a second look. */
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
            "visits"
        })
package id.tuntas.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
