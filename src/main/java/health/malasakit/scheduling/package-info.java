/**
 * When patients are seen: weekly sessions and closures, the openings that follow from them, time
 * held and time booked, and the life of a visit. The database refuses a double booking.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "ui",
      "postgres",
      "audit",
      "access",
      "access :: json",
      "access :: records",
      "live",
      "coverage",
      "messaging :: ledger",
      "directory",
      "directory :: video",
      "patients",
      "patients :: person",
      "patients :: speaking"
    })
@NullMarked
package health.malasakit.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
