package health.malasakit.desk.web;

import health.malasakit.ui.TypedMoment;
import health.malasakit.workqueue.Promise;
import java.util.Map;

/**
 * A promise as it is typed.
 *
 * @param day in any common order, or in words
 * @param hour on the clinic's wall
 * @param owner id of an account
 */
public record PromiseForm(
    String words,
    String to,
    String day,
    String hour,
    String owner,
    String reason,
    String requestId) {

  /** A new promise, with what is proposed until somebody says otherwise. */
  static PromiseForm begun(Promise.To to, String owner, TypedMoment until) {
    return new PromiseForm("", to.code(), until.day(), until.hour(), owner, "", "");
  }

  static PromiseForm of(Map<String, String> typed) {
    return new PromiseForm(
        typed.getOrDefault("words", ""),
        typed.getOrDefault("to", ""),
        typed.getOrDefault("day", ""),
        typed.getOrDefault("hour", ""),
        typed.getOrDefault("owner", ""),
        typed.getOrDefault("reason", ""),
        typed.getOrDefault("requestId", ""));
  }

  /** Until when, as it is typed. */
  TypedMoment until() {
    return new TypedMoment(day, hour);
  }

  @Override
  public String toString() {
    return "PromiseForm[]";
  }
}
