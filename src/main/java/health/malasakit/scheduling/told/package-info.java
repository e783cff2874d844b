/** What patients are told of their visits: planned when one is booked, moved or cancelled. */
@NullMarked
package health.malasakit.scheduling.told;

import org.jspecify.annotations.NullMarked;
