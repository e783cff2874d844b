/**
 * What people complain of: recorded in their own words, seen to by whom it does not name, answered
 * and closed.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "ui",
      "postgres",
      "audit",
      "access",
      "access :: records",
      "live",
      "workqueue",
      "directory",
      "patients",
      "patients :: speaking",
      "inquiries",
      "inquiries :: mixups"
    })
@NullMarked
package health.malasakit.advocacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
