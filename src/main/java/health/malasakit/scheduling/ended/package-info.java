/** What is left of held times that nobody booked. */
@NullMarked
package health.malasakit.scheduling.ended;

import org.jspecify.annotations.NullMarked;
