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

  /** It is settled. */
  static Ruled settled(Optional<Replies.Prepared> reply) {
    return new Ruled(TextIn.Why.NONE, reply);
  }
}
