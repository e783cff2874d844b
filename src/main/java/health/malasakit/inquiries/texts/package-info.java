/**
 * What people text to a clinic: rules read it first, and what they do not settle a person reads.
 */
@NamedInterface("texts")
@NullMarked
package health.malasakit.inquiries.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
