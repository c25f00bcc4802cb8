/** What is open to everybody: counts by district and village in which nobody can be found out, and how they are made. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "regions", "rounds", "monitoring"})
package id.tuntas.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
