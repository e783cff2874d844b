package health.malasakit.inquiries.codes;

import health.malasakit.kernel.Phone;
import java.util.Locale;
import java.util.Optional;

/**
 * A number on file, and whether a code may go there now.
 *
 * @param use code of what it is for; empty when it is one of safe contact
 * @param not why it may not; empty when it may
 */
public record CodeNumber(Phone phone, String use, Optional<Not> not) {

  private static final int SHOWN = 2;

  /** Why no code goes to a number. */
  public enum Not {
    /** No carrier could have assigned it. */
    NO_NUMBER,
    /** Somebody else answers there, nobody does, or it is not safe for her at this hour. */
    NOT_SAFE,
    /** She, or somebody who has it too, wants no texts. */
    NO_TEXTS,
    /** It changed too short a time ago. */
    NEW;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean offered() {
    return not.isEmpty();
  }

  /** Its last two digits: enough to tell her numbers apart, too little to give one away. */
  public String ending() {
    var digits = phone.digits();
    return digits.substring(Math.max(0, digits.length() - SHOWN));
  }

  @Override
  public String toString() {
    return "CodeNumber[" + not + "]";
  }
}
