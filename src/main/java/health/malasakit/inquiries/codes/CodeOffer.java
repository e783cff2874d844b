package health.malasakit.inquiries.codes;

import health.malasakit.messaging.texts.SentText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with codes in a call.
 *
 * @param why code of why none can be sent; empty when one can
 * @param numbers all on file, whether or not a code may go there
 * @param left how many may still be sent in this call
 * @param last the one sent last; empty before the first
 */
public record CodeOffer(String why, List<CodeNumber> numbers, int left, Optional<Last> last) {

  /** No codes here: nobody is proven far enough, or how she is reached may change already. */
  public static final CodeOffer NONE = new CodeOffer("none", List.of(), 0, Optional.empty());

  /**
   * The code that was sent last.
   *
   * @param ending last two digits of the number it went to
   * @param text how its text stands
   * @param tries how many answers were not it
   * @param counts whether it can still be said
   */
  public record Last(String ending, SentText text, Instant endsAt, int tries, boolean counts) {

    /** How many tries are left. */
    public int left() {
      return Code.TRIES_MAX - tries;
    }
  }

  /** Whether this is a place for codes at all. */
  public boolean shown() {
    return !why.equals(NONE.why());
  }
}
