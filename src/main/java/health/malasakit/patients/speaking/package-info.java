/** Who may speak for a patient, for what, until when, by the law of her clinic's state. */
@NamedInterface("speaking")
@NullMarked
package health.malasakit.patients.speaking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
