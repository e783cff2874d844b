package health.malasakit.inquiries.web;

import health.malasakit.inquiries.gate.CallerKind;
import health.malasakit.inquiries.gate.Said;
import health.malasakit.kernel.PatientId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is typed of what a caller says. */
public record CallerForm(
    @Nullable String caller,
    @Nullable String candidate,
    @Nullable String name,
    @Nullable String birthDate,
    @Nullable String fact,
    @Nullable String value,
    @Nullable String speaker) {

  /** The caller's own name is asked only when she did not say it for another person before. */
  static final CallerForm EMPTY = new CallerForm("", "", "", "", "", "", null);

  /** Somebody else speaks now: her name is asked. */
  static final CallerForm ANEW = new CallerForm("", "", "", "", "", "", "");

  /** Whether the caller is still the one who spoke for another person in this call. */
  boolean sameCaller() {
    return speaker == null;
  }

  /**
   * What she says.
   *
   * @param same name of the caller, when she said it before
   */
  Said said(String same) {
    return new Said(
        CallerKind.of(text(caller)),
        text(candidate).isEmpty() ? Optional.empty() : Optional.of(PatientId.of(text(candidate))),
        text(name),
        text(birthDate),
        text(fact),
        text(value),
        sameCaller() ? same : text(speaker));
  }

  /** Whether one thing more was asked of who is proven already. */
  boolean onlyFurther() {
    return text(name).isEmpty() && text(birthDate).isEmpty() && !text(value).isEmpty();
  }

  /** What was typed; empty for nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  @Override
  public String toString() {
    return "CallerForm";
  }
}
