package health.malasakit.advocacy.web;

import health.malasakit.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What a person types about a complaint that she sees to; each form sends its own fields. */
public record StepForm(
    @Nullable String version,
    @Nullable String note,
    @Nullable String answer,
    @Nullable String answeredOn,
    @Nullable String outcome,
    @Nullable String found,
    @Nullable String why,
    @Nullable String kind,
    @Nullable String colleague,
    @Nullable String patient) {

  static final StepForm EMPTY = new StepForm("", "", "", "", "", "", "", "", "", "");

  int seen() {
    try {
      return Integer.parseInt(ComplaintForm.text(version));
    } catch (NumberFormatException none) {
      throw Refused.conflict("complaint.changed");
    }
  }

  String of(String field) {
    return ComplaintForm.text(
        switch (field) {
          case "note" -> note;
          case "answer" -> answer;
          case "answeredOn" -> answeredOn;
          case "outcome" -> outcome;
          case "found" -> found;
          case "why" -> why;
          case "kind" -> kind;
          case "colleague" -> colleague;
          case "patient" -> patient;
          default -> "";
        });
  }

  @Override
  public String toString() {
    return "StepForm";
  }
}
