/**
 * The made-up world: clinics, people and patients that exist nowhere, made once and found again. It
 * uses what every module offers to all, never a table of another.
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
      "messaging",
      "messaging :: ledger",
      "messaging :: mail",
      "messaging :: texts",
      "messaging :: mail",
      "workqueue",
      "patients",
      "patients :: person",
      "patients :: speaking",
      "directory",
      "inquiries",
      "advocacy",
      "coverage",
      "scheduling",
      "scheduling :: book"
    })
@NullMarked
package health.malasakit.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
