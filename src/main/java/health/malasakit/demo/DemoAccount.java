package health.malasakit.demo;

/**
 * Somebody of the made-up world who may sign in.
 *
 * @param what what she is, in words
 * @param first what to click first
 */
public record DemoAccount(String name, String email, String password, String what, String first) {

  /** One line for the terminal. */
  public String line() {
    return "  %-18s %s: %s".formatted(email, what, first);
  }

  @Override
  public String toString() {
    return "DemoAccount[" + email + "]";
  }
}
