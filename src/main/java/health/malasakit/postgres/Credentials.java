package health.malasakit.postgres;

import health.malasakit.kernel.Sentences;
import java.util.regex.Pattern;

/** The name and password of a database role. The name is a plain SQL identifier. */
public record Credentials(String name, String password) {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  public Credentials {
    requireIdentifier(name);
  }

  /** Names are written into migrations, so nothing that would need quotes is taken. */
  static String requireIdentifier(String name) {
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new DatabaseRefused(Sentences.of("postgres.name", name));
    }
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
