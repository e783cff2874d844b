package health.malasakit.advocacy;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * About whom or what a complaint is.
 *
 * @param id the account, practitioner or site; empty for the others
 * @param words a payer or anything else as it was said; else empty
 */
public record About(What what, Optional<UUID> id, String words) {

  /** The sort of thing. */
  public enum What {
    /** Whoever records it. */
    ME,
    COLLEAGUE,
    PRACTITIONER,
    SITE,
    CLINIC,
    PAYER,
    ELSE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static What of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** About whoever records it. */
  public static final About ME = new About(What.ME, Optional.empty(), "");

  public static final About CLINIC = new About(What.CLINIC, Optional.empty(), "");

  /** About a thing or person that is on file. */
  public static About of(What what, UUID id) {
    return new About(what, Optional.of(id), "");
  }

  /** About what is known by words alone. */
  public static About said(What what, String words) {
    return new About(what, Optional.empty(), words.strip());
  }

  @Override
  public String toString() {
    return "About[" + what + "]";
  }
}
