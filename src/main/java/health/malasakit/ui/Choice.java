package health.malasakit.ui;

/** One answer that can be picked: what is sent, what is read, and a word of explanation or none. */
public record Choice(String value, String label, String why) {

  /** A choice that explains itself. */
  public static Choice of(String value, String label) {
    return new Choice(value, label, "");
  }
}
