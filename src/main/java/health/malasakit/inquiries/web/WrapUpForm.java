package health.malasakit.inquiries.web;

import health.malasakit.inquiries.WrapUp;
import org.jspecify.annotations.Nullable;

/** What a person types to write a call up. */
public record WrapUpForm(@Nullable String reason, @Nullable String outcome, @Nullable String note) {

  WrapUp words() {
    return new WrapUp(text(reason), text(outcome), text(note));
  }

  CallPage.Written typed() {
    return new CallPage.Written(text(reason), text(outcome), text(note), "", "");
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "WrapUpForm";
  }
}
