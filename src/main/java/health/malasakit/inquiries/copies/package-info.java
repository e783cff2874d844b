/** What was written up of a call as plain text, to be pasted in the clinic's own system. */
@NullMarked
package health.malasakit.inquiries.copies;

import org.jspecify.annotations.NullMarked;
