package health.malasakit.inquiries.web;

import org.jspecify.annotations.Nullable;

/** Why a record is opened that is not about the caller, and where she wanted to go. */
public record AsideForm(@Nullable String patient, @Nullable String next, @Nullable String reason) {

  @Override
  public String toString() {
    return "AsideForm";
  }
}
