/**
 * Forms: XForm versions checked by JavaRosa and kept for good, and the one place that says what an answer of a visit means.
 *
 * <p>Apart from {@link id.tuntas.forms.Forms} everything in the root is pure: an XForm or a submission comes in as bytes and leaves as
 * records.
 */
@ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {"platform", "ledger", "access"})
@NullMarked
package id.tuntas.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
