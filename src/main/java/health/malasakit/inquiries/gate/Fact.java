package health.malasakit.inquiries.gate;

import health.malasakit.kernel.Refused;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A fact by which a caller is known. */
public enum Fact {
  NAME,
  BIRTH_DATE,
  PHONE,
  ZIP,
  ADDRESS,
  MRN,
  /** Her number at the payer that rings. */
  MEMBER_ID,
  /** The word that she chose to be known by. */
  CODE_WORD,
  /** A code that was texted to a number on file, read back in the call. */
  CODE,
  /** The name of whoever speaks for her, which is on file. */
  REPRESENTATIVE,
  /** The office, pharmacy, facility or payer that rings is the one it says. */
  ORGANIZATION;

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
    return among(FURTHER.stream(), code);
  }

  /** One of those, or what a payer says: {@link #MEMBER_ID}. */
  static Fact more(String code) {
    return among(Stream.concat(FURTHER.stream(), Stream.of(MEMBER_ID)), code);
  }

  private static Fact among(Stream<Fact> facts, String code) {
    return facts
        .filter(fact -> fact.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("caller.fact").onField("fact"));
  }
}
