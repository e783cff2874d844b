/**
 * Who may come in and what she may do: organizations, accounts, roles and rights, sign-in,
 * sessions, restrictions and the location gate.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "postgres", "audit"})
@NullMarked
package health.malasakit.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
