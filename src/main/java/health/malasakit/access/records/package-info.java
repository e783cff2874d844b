/**
 * Records that not everybody may open: restricted ones, a reader's own, those hidden from a
 * country; breaking the glass, and what of it the privacy officer is asked to look at.
 */
@NamedInterface("records")
@NullMarked
package health.malasakit.access.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
