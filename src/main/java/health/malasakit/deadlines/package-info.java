/**
 * When something is due and why: rules as data with a source, calendars, the arithmetic of business
 * days and ends of day, and the receipt of every due time.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.malasakit.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
