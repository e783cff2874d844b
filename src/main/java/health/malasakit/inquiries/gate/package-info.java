/** Who is calling: what a caller says is compared with what is on file, and never shown. */
@NullMarked
package health.malasakit.inquiries.gate;

import org.jspecify.annotations.NullMarked;
