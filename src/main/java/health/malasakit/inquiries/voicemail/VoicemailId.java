package health.malasakit.inquiries.voicemail;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** A voicemail. */
public record VoicemailId(UUID value) {

  static VoicemailId next() {
    return new VoicemailId(Ids.next());
  }

  /**
   * Reads an id from an address or a form.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static VoicemailId of(String text) {
    return new VoicemailId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
