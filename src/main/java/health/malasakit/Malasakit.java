package health.malasakit;

/** Where Malasakit starts. */
public final class Malasakit {

  private Malasakit() {}

  /** Runs one command of the terminal. */
  public static void main(String[] args) {}
}
