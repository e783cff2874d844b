package health.malasakit.access.keys;

import health.malasakit.access.web.PasskeyPage;
import health.malasakit.ui.Errors;
import java.util.List;

/**
 * A person's own second factors.
 *
 * @param until until when she may change them, in her own zone; empty when she has to show one
 *     first
 * @param app empty when she has none
 * @param ask what the browser asks her keys, or a new one
 * @param me her account's id, which a new key keeps instead of her name
 * @param email shown by the key's own window
 */
public record KeysPage(
    String until,
    List<Row> keys,
    List<Row> app,
    int codesLeft,
    PasskeyPage ask,
    String me,
    String email,
    Errors errors) {

  /** One key or app: when it was made and last used, in her own zone; used is empty for never. */
  public record Row(String id, String label, String since, String used) {}

  /** Whether she may change them now. */
  public boolean fresh() {
    return !until.isEmpty();
  }

  /** Whether she has anything to show. */
  public boolean any() {
    return !keys.isEmpty() || !app.isEmpty();
  }

  /** Whether one may go: the last stays. */
  public boolean several() {
    return keys.size() + app.size() > 1;
  }
}
