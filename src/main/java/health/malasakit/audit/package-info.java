/**
 * Who saw or did what, for which task, from which country: lines written in the transaction of the
 * act, sealed in a chain, and the proof that nobody changed them.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "postgres"})
@NullMarked
package health.malasakit.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
