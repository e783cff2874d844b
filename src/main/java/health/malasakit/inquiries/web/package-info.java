@NullMarked
package health.malasakit.inquiries.web;

import org.jspecify.annotations.NullMarked;
