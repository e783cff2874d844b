package health.malasakit.inquiries.web;

import health.malasakit.inquiries.WrapUp;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import health.malasakit.ui.TypedMoment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person types to write a call up.
 *
 * @param promise what was promised; empty for nothing
 * @param day until which it is kept, and {@code hour} on the clinic's wall
 * @param keeper id of the account that keeps it
 * @param about id of the patient whom the note and the promise are about; empty for the one in
 *     whose name the last was done
 */
public record WrapUpForm(
    @Nullable String reason,
    @Nullable String outcome,
    @Nullable String note,
    @Nullable String promise,
    @Nullable String day,
    @Nullable String hour,
    @Nullable String keeper,
    @Nullable String about) {

  /** Nothing was typed yet. */
  static final WrapUpForm EMPTY = filled("", "", "", new TypedMoment("", ""));

  /** With what follows from what was done, and until when something would be promised. */
  static WrapUpForm filled(String reason, String outcome, String note, TypedMoment until) {
    return new WrapUpForm(reason, outcome, note, "", until.day(), until.hour(), "", "");
  }

  WrapUp words() {
    return new WrapUp(text(reason), text(outcome), text(note));
  }

  /** What she noted of a call that went on: what it was about may still be open. */
  WrapUp part() {
    var known = WrapUpWords.REASONS.containsKey(text(reason)) ? text(reason) : "other";
    return new WrapUp(known, "handed_over", text(note));
  }

  boolean promises() {
    return !text(promise).isBlank();
  }

  /** What was typed, for who has to say it elsewhere. */
  List<WrapUpPage.Typed> lines() {
    var until = promises() ? (" · " + text(day) + " " + text(hour)).stripTrailing() : "";
    return Stream.of(
            new WrapUpPage.Typed("reason", WrapUpWords.REASONS.getOrDefault(text(reason), "")),
            new WrapUpPage.Typed("outcome", WrapUpWords.OUTCOMES.getOrDefault(text(outcome), "")),
            new WrapUpPage.Typed("note", text(note).strip()),
            new WrapUpPage.Typed("promise", text(promise).strip() + until))
        .filter(one -> !one.words().isEmpty())
        .toList();
  }

  /** Until when something is promised. */
  TypedMoment until() {
    return new TypedMoment(text(day), text(hour));
  }

  /** What has to be asked again of the promise. */
  Errors errors(ZoneId zone, Instant now) {
    return promises() ? until().errorsAhead(zone, now) : Errors.NONE;
  }

  /**
   * Who keeps the promise.
   *
   * @throws Refused invalid, code {@code promise.owner}
   */
  AccountId keeps() {
    try {
      return AccountId.of(text(keeper));
    } catch (Refused none) {
      throw Refused.invalid("promise.owner").onField("keeper");
    }
  }

  /** What was typed; empty for nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "WrapUpForm";
  }
}
