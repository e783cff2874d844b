package health.malasakit.access;

import java.util.Base64;
import org.springframework.stereotype.Component;

/** Words that are kept for a while and that nobody reads in the database. */
@Component
public class SealedWords {

  private final SecretBox box;

  SealedWords(SecretBox box) {
    this.box = box;
  }

  /**
   * Seals words for one place.
   *
   * @param place what they belong to, for example {@code answer/<id>}
   */
  public String seal(String words, String place) {
    return Base64.getEncoder().encodeToString(box.seal(words, "words/" + place));
  }

  /** Opens what was sealed for this place; throws when it was changed or belongs elsewhere. */
  public String open(String sealed, String place) {
    return box.open(Base64.getDecoder().decode(sealed), "words/" + place);
  }
}
