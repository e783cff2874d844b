/** Voicemails: sent by the telephone or added by hand, played in the page, settled by one act. */
@NullMarked
package health.malasakit.inquiries.voicemail;

import org.jspecify.annotations.NullMarked;
