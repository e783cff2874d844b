/**
 * Every contact with a caller: calls from the telephone systems, who takes them, what is proven of
 * who is calling, and how the call is written up.
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
      "deadlines",
      "workqueue",
      "coverage",
      "messaging",
      "messaging :: ledger",
      "messaging :: texts",
      "directory",
      "patients",
      "patients :: person",
      "patients :: reach",
      "patients :: search",
      "patients :: speaking",
      "scheduling",
      "scheduling :: answers",
      "scheduling :: spoken",
      "scheduling :: told",
      "scheduling :: video"
    })
@NullMarked
package health.malasakit.inquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
