/** An interpreter on the line, or why there is none. */
@NamedInterface("interpreters")
@NullMarked
package health.malasakit.inquiries.interpreters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
