/** Requests of machines: a JSON object read field by field, and what is wrong with it. */
@NamedInterface("json")
@NullMarked
package health.malasakit.access.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
