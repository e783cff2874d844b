/**
 * Messages of callers for the clinic: to a role of it, never to nobody; read, answered or handed
 * back, until the caller has the answer.
 */
@NamedInterface("messages")
@NullMarked
package health.malasakit.inquiries.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
