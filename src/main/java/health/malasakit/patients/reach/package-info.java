/** Whether a number reaches a patient: what was found out about it when it was dialled. */
@NamedInterface("reach")
@NullMarked
package health.malasakit.patients.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
