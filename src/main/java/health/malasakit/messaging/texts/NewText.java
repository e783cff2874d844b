package health.malasakit.messaging.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Basis;

/**
 * A text that is to go out.
 *
 * @param key what it is and for what, for example {@code code/<call>/1}: of two with the same key
 *     the second does not go out
 */
public record NewText(
    OrganizationId organization,
    PatientId patient,
    Purpose purpose,
    Basis basis,
    String key,
    Phone to) {

  /** One that she asked for in a live contact. */
  public NewText(
      OrganizationId organization, PatientId patient, Purpose purpose, String key, Phone to) {
    this(organization, patient, purpose, Basis.ASKED, key, to);
  }

  /** What a text is for. */
  public enum Purpose {
    /** A code that she asked for on the telephone, and reads back. */
    CODE,
    /** What is told of a visit. */
    VISIT,
    /** It answers a text of hers. */
    REPLY;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return "NewText[" + purpose + "]";
  }
}
