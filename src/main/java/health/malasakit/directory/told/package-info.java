/** As whom a clinic writes to patients. */
@NullMarked
package health.malasakit.directory.told;

import org.jspecify.annotations.NullMarked;
