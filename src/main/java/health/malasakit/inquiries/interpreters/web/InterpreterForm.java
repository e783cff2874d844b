package health.malasakit.inquiries.interpreters.web;

import health.malasakit.inquiries.interpreters.Asked;
import org.jspecify.annotations.Nullable;

/** What is typed of an interpreter. */
public record InterpreterForm(
    @Nullable String vendor,
    @Nullable String language,
    @Nullable String badge,
    @Nullable String declined,
    @Nullable String outcome) {

  /** Nothing but a language is known. */
  static InterpreterForm in(String language) {
    return new InterpreterForm("", language, "", "", "");
  }

  /** Whether nobody interprets. */
  boolean none() {
    return "declined".equals(outcome);
  }

  Asked asked() {
    return new Asked(text(vendor), text(language), text(badge));
  }

  /** What was typed; empty for nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
