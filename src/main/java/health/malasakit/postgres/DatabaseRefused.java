package health.malasakit.postgres;

/** No database can be used, for the reason the message tells the person who starts Malasakit. */
public final class DatabaseRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  DatabaseRefused(String sentence) {
    super(sentence);
  }

  DatabaseRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
