@NullMarked
package health.malasakit.inquiries.outbound.web;

import org.jspecify.annotations.NullMarked;
