/**
 * The database server and where its things lie: the home directory with its passwords, the embedded
 * PostgreSQL that starts and stops with Malasakit, the roles, and the address of whichever database
 * is used (the embedded one or one that an administrator runs). Knows no table.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.malasakit.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
