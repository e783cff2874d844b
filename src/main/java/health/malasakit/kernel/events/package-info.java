/** The outbox: reactions in the scope of their event, and events given again until they are. */
@NullMarked
package health.malasakit.kernel.events;

import org.jspecify.annotations.NullMarked;
