package health.malasakit.messaging;

/** Whether a channel may be used for a purpose. */
public sealed interface Permission {

  /** She said yes, and this is the line. */
  record Given(ConsentLine line) implements Permission {}

  /** She said no, or took it back, and this is the line. */
  record Not(ConsentLine line) implements Permission {}

  /** She was never asked: nothing is assumed. */
  record NeverAsked() implements Permission {}
}
