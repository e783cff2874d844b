/**
 * What is known about a clinic besides its patients: sites with their zones, practitioners,
 * services, transfer lists, notices, payers.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.malasakit.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
