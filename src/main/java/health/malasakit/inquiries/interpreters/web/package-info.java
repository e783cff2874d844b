/** Pages about interpreters. */
@NullMarked
package health.malasakit.inquiries.interpreters.web;

import org.jspecify.annotations.NullMarked;
