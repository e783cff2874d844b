/**
 * The values every module speaks in: typed ids, refusals, phone numbers, NPIs, wall time with its
 * zone, dates as people type them; and the scope of an act with the transaction that carries it.
 * Knows no feature. Under 25 files.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package health.malasakit.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
