/**
 * The screens that combine features: home, the patient on one page, promises beside her name, and
 * the chrome around every page. Nothing depends on it.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "ui",
      "postgres",
      "audit",
      "access",
      "access :: records",
      "deadlines",
      "workqueue",
      "messaging",
      "messaging :: ledger",
      "messaging :: mail",
      "messaging :: texts",
      "patients",
      "patients :: person",
      "patients :: reach",
      "patients :: search",
      "patients :: speaking",
      "directory",
      "coverage",
      "inquiries :: outbound",
      "inquiries :: messages",
      "inquiries :: redflags",
      "scheduling",
      "inquiries",
      "inquiries :: mixups",
      "scheduling :: counts"
    })
@NullMarked
package health.malasakit.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
