package health.malasakit;

import health.malasakit.terminal.Terminal;

/** Where Malasakit starts. */
public final class Malasakit {

  private Malasakit() {}

  /** Runs one command of the terminal. */
  public static void main(String[] args) {
    System.exit(Terminal.run(Application.class, args));
  }
}
