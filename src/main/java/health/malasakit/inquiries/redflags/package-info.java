/**
 * Signs at which nothing else counts any more: the words to say, the way to help that works from
 * abroad, and the record of it until it is closed.
 */
@NamedInterface("redflags")
@NullMarked
package health.malasakit.inquiries.redflags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
