/** What patients are told of their visits: planned when one is booked, moved or cancelled. */
@NamedInterface("told")
@NullMarked
package health.malasakit.scheduling.told;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
