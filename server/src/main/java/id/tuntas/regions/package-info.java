/** Province to village: codes of the Ministry of Home Affairs, names, centroids. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "ledger", "access"})
package id.tuntas.regions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
