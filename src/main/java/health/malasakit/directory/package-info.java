/**
 * What is known about a clinic besides its patients: profile, hours and numbers, sites with their
 * zones, practitioners, visit types, rooms and devices, transfer lists, notices.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "ui",
      "audit",
      "access",
      "deadlines",
      "messaging",
      "messaging :: texts",
      "messaging :: mail",
      "messaging :: ledger"
    })
@NullMarked
package health.malasakit.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
