package health.malasakit.inquiries.texts.web;

import health.malasakit.inquiries.texts.TextInStep;
import health.malasakit.kernel.Sentences;
import health.malasakit.messaging.texts.SentText;
import health.malasakit.messaging.texts.TextReceipt;
import health.malasakit.messaging.texts.TextsAgain;
import health.malasakit.messaging.texts.WhyDeclined;
import java.util.Locale;

/** Says why an answer was not heard, and what to do. */
final class Unheard {

  private Unheard() {}

  /** Empty where nothing is wrong. */
  static String why(SentText answer) {
    return why(answer.state().code(), answer.reason());
  }

  static boolean is(TextInStep step) {
    return step.what().equals(TextInStep.UNHEARD) || step.what().equals(TextInStep.REPLY_UNHEARD);
  }

  /** Under which code a step stands: how the answer does. */
  static String code(TextInStep step) {
    return TextInStep.UNHEARD + "." + part(step, 0);
  }

  static String why(TextInStep step) {
    return why(part(step, 0), part(step, 1));
  }

  private static String part(TextInStep step, int which) {
    var parts = step.words().split(" ", 2);
    return which < parts.length ? parts[which] : "";
  }

  private static String why(String state, String reason) {
    return switch (state) {
      case "refused" ->
          say(reason.equals(TextsAgain.NEWER) ? TextsAgain.NEWER : WhyDeclined.of(reason).name());
      case "failed" -> failed(reason);
      case "in_doubt" -> say(state);
      default -> "";
    };
  }

  private static String failed(String reason) {
    if (reason.equals(TextReceipt.NOT_AT_GATEWAY)) {
      return say("never");
    }
    return switch (WhyDeclined.of(reason)) {
      case NO_MOBILE, STOPPED -> say(WhyDeclined.of(reason).name());
      case NOT_BROUGHT, BUSY, AWAY, OURS -> say("failed");
    };
  }

  private static String say(String code) {
    return Sentences.of("incoming.unheard." + code.toLowerCase(Locale.ROOT));
  }
}
