@NullMarked
package health.malasakit.inquiries.voicemail.web;

import org.jspecify.annotations.NullMarked;
