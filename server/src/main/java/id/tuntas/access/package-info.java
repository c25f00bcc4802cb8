/** Who a person is, what he may do and in which region. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "ledger"})
package id.tuntas.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
