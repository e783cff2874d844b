package health.malasakit.inquiries.messages.web;

import health.malasakit.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a message.
 *
 * @param seen the version that her page showed
 * @param words the answer or the reason
 * @param to code of a role
 */
public record ActForm(
    @Nullable String requestId,
    @Nullable String seen,
    @Nullable String words,
    @Nullable String to) {

  String request() {
    return MessageForm.text(requestId);
  }

  int version() {
    try {
      return Integer.parseInt(MessageForm.text(seen));
    } catch (NumberFormatException none) {
      throw Refused.invalid("message.seen");
    }
  }

  String text() {
    return MessageForm.text(words);
  }

  String role() {
    return MessageForm.text(to);
  }

  @Override
  public String toString() {
    return "ActForm";
  }
}
