/** A clinic's own rules for its calls: what is asked, and what they may be about. */
@NullMarked
package health.malasakit.inquiries.rules.web;

import org.jspecify.annotations.NullMarked;
