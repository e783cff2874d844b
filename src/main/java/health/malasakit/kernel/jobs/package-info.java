/** Timed work: taken by exactly one node, survives a crash. */
@NullMarked
package health.malasakit.kernel.jobs;

import org.jspecify.annotations.NullMarked;
