/**
 * Everything an installation has, in one sealed file: every table in one snapshot, and what the
 * home keeps beside the database. Knows no table by name: it asks the catalog.
 */
@NamedInterface("backup")
@NullMarked
package health.malasakit.postgres.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
