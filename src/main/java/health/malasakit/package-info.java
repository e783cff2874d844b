/** Malasakit: the workplace of a patient services specialist. */
@NullMarked
package health.malasakit;

import org.jspecify.annotations.NullMarked;
