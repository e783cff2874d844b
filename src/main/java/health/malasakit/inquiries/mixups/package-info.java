/**
 * What was written to the wrong person and is moved to the right one: without blame, with a line on
 * both pages, and with what had been said or sent before for the privacy officer.
 */
@NamedInterface("mixups")
@NullMarked
package health.malasakit.inquiries.mixups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
