package health.malasakit.terminal;

/** Malasakit does not start, for the reason the message tells in one sentence. */
final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  StartRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
