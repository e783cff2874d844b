/**
 * The commands of the terminal: starting the server, and the few things that are done beside it.
 * Everything may be called from here; nothing calls it.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "ui",
      "postgres",
      "postgres :: backup",
      "audit",
      "access",
      "messaging",
      "interop :: fhir",
      "demo"
    })
@NullMarked
package health.malasakit.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
