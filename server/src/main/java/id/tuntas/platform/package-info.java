/** Problems, the clock, ids, SQL, jobs and paging; no word of the domain. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package id.tuntas.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
