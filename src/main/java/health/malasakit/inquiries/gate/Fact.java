package health.malasakit.inquiries.gate;

import health.malasakit.kernel.Refused;
import java.util.List;
import java.util.Locale;

/** A fact by which a caller is known. */
public enum Fact {
  NAME,
  BIRTH_DATE,
  PHONE,
  ZIP,
  ADDRESS,
  MRN,
  /** The word that she chose to be known by. */
  CODE_WORD,
  /** A code that was texted to a number on file, read back in the call. */
  CODE,
  /** The name of whoever speaks for her, which is on file. */
  REPRESENTATIVE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that may be asked beside name and birth date. */
  public static final List<Fact> FURTHER = List.of(PHONE, ZIP, ADDRESS, MRN, CODE_WORD);

  /**
   * One that may be asked beside name and birth date.
   *
   * @throws Refused invalid, code {@code caller.fact}
   */
  public static Fact further(String code) {
    return FURTHER.stream()
        .filter(fact -> fact.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("caller.fact").onField("fact"));
  }
}
