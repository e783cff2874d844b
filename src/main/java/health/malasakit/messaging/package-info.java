/**
 * What goes out to patients and comes back: the ledger of what each patient allowed, per channel,
 * address and purpose; {@code texts}, which go out through a gateway, and {@code mail}, which goes
 * out by a mail server.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "audit", "access", "live"})
@NullMarked
package health.malasakit.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
