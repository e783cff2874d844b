package health.malasakit.access.web;

import org.jspecify.annotations.Nullable;

/**
 * What the browser says for a key.
 *
 * @param credential the key's id, base64url
 * @param answer the whole answer as JSON
 * @param label how she calls a new key
 */
public record PasskeyForm(
    @Nullable String credential, @Nullable String answer, @Nullable String label) {

  @Override
  public String credential() {
    return credential == null ? "" : credential;
  }

  @Override
  public String answer() {
    return answer == null || answer.isBlank() ? "{}" : answer;
  }

  @Override
  public String label() {
    return label == null ? "" : label;
  }

  @Override
  public String toString() {
    return "PasskeyForm";
  }
}
