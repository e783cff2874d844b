/**
 * What goes out to patients and comes back: for now the ledger of what each patient allowed, per
 * channel, address and purpose.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "access"})
@NullMarked
package health.malasakit.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
