/**
 * The made-up world: clinics, people and patients that exist nowhere, made once and found again.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "postgres", "audit", "access"})
@NullMarked
package health.malasakit.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
