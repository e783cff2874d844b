package health.malasakit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/**
 * Words that stand for a text and tell nothing of it: they are made with a key that is not in the
 * database, so a short text is not found by trying.
 */
@Component
public class KeyedMarks {

  private final SecretBox box;

  KeyedMarks(SecretBox box) {
    this.box = box;
  }

  /**
   * Always the same for a text at a place.
   *
   * @param place what the text belongs to, for example {@code code/<id>}
   */
  public String of(String place, String text) {
    return box.mark("marks/" + place + "/" + text);
  }

  /** Whether the mark stands for this text; takes the same time either way. */
  public boolean is(String place, String text, String mark) {
    return MessageDigest.isEqual(
        of(place, text).getBytes(StandardCharsets.US_ASCII),
        mark.getBytes(StandardCharsets.US_ASCII));
  }
}
