/**
 * Finding the right patient among look-alikes: what somebody said, who may be meant, how close, and
 * what tells two people apart.
 */
@NamedInterface("search")
@NullMarked
package health.malasakit.patients.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
