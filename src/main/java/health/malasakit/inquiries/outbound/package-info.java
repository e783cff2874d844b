/**
 * Whom we call, and about what: the safe number, the hours on the patient's own clock, the words to
 * leave, and each attempt until it is said or given up.
 */
@NamedInterface("outbound")
@NullMarked
package health.malasakit.inquiries.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
