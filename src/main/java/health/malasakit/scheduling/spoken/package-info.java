/** Times as they are said aloud. */
@NamedInterface("spoken")
@NullMarked
package health.malasakit.scheduling.spoken;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
