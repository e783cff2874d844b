package health.malasakit.inquiries.texts;

import java.util.Optional;

/**
 * What rules made of a text.
 *
 * @param why a person is needed; none when it is settled
 * @param reply to be handed over after the transaction
 */
record Ruled(TextIn.Why why, Optional<Replies.Prepared> reply) {

  /** A person reads it, and nothing is answered. */
  static Ruled person(TextIn.Why why) {
    return new Ruled(why, Optional.empty());
  }

  /** It is settled when she hears of it; else a person has to tell her. */
  static Ruled answered(Optional<Replies.Prepared> reply) {
    return new Ruled(reply.isPresent() ? TextIn.Why.NONE : TextIn.Why.NO_REPLY, reply);
  }
}
