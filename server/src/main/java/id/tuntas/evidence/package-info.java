/** Photos and papers by their SHA-256: streamed to disk, made durable before anybody is answered, with thumbnails. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "ledger", "access", "regions"})
package id.tuntas.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
