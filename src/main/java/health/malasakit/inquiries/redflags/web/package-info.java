/** Pages of red flags and emergencies. */
@NullMarked
package health.malasakit.inquiries.redflags.web;

import org.jspecify.annotations.NullMarked;
