/**
 * What pays for care. Today the policies on file: payer, plan, member, order, dates, and who read
 * them when. Nothing is invented: what nobody said stays empty.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "ui",
      "postgres",
      "audit",
      "access",
      "access :: records",
      "workqueue",
      "patients",
      "patients :: person",
      "directory"
    })
@NullMarked
package health.malasakit.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
