/** How many visits a clinic's day has, for the pages that show several clinics at once. */
@NamedInterface("counts")
@NullMarked
package health.malasakit.scheduling.counts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
