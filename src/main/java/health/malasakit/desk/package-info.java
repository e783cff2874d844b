/**
 * The screens that combine features: home, search, the patient on one page, and the chrome around
 * every page. Nothing depends on it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "postgres", "audit", "access"})
@NullMarked
package health.malasakit.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
