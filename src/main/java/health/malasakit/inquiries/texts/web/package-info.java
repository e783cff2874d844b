@NullMarked
package health.malasakit.inquiries.texts.web;

import org.jspecify.annotations.NullMarked;
