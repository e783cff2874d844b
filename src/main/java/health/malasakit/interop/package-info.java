/**
 * The ways in and out to other systems: here their formats are mapped to our features and back.
 * Today the import of FHIR R4 files.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "access",
      "patients",
      "patients :: person",
      "directory",
      "coverage",
      "scheduling"
    })
@NullMarked
package health.malasakit.interop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
