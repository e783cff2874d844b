@NullMarked
package health.malasakit.inquiries.messages.web;

import org.jspecify.annotations.NullMarked;
