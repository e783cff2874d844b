/**
 * E-mail: the mail server that takes it, as whom each clinic writes, and the invitation to a visit
 * that calendars read. What a mail says is kept nowhere here.
 */
@NamedInterface("mail")
@NullMarked
package health.malasakit.messaging.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
