@NullMarked
package health.malasakit.inquiries.mixups.web;

import org.jspecify.annotations.NullMarked;
