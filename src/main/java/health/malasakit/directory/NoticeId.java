package health.malasakit.directory;

import health.malasakit.kernel.Ids;
import java.util.UUID;

/** Names something to know for a while. */
public record NoticeId(UUID value) {

  public static NoticeId next() {
    return new NoticeId(Ids.next());
  }

  /**
   * Reads an id from an address, a form or a file.
   *
   * @throws health.malasakit.kernel.Refused invalid, code {@code id.malformed}
   */
  public static NoticeId of(String text) {
    return new NoticeId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
