package health.malasakit.coverage;

import java.util.Locale;

/** Who said so: the caller, the card in hand, the payer, or a file from the clinic. */
public enum Basis {
  CALLER,
  CARD,
  PAYER,
  FILE;

  /** As tables and forms write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code; throws {@link IllegalArgumentException} when there is none. */
  public static Basis of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
