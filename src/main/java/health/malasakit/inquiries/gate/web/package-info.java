@NullMarked
package health.malasakit.inquiries.gate.web;

import org.jspecify.annotations.NullMarked;
