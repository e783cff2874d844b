/** Who was spoken with and when, for modules below that ask. */
@NullMarked
package health.malasakit.inquiries.spoken;

import org.jspecify.annotations.NullMarked;
