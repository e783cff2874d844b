package health.malasakit.directory.web;

import health.malasakit.kernel.Refused;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.StepRule;
import health.malasakit.ui.Choice;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields in which is said which steps are told, how many days before, and at which hour. */
final class StepFields {

  private static final List<Step> COUNTED = List.of(Step.WEEK, Step.THREE_DAYS, Step.DAY);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private StepFields() {}

  static Sheet on(Sheet sheet, Sayings sayings) {
    var choices =
        Arrays.stream(Step.values())
            .map(step -> Choice.of(step.code(), sayings.say("reminders.step." + step.code())))
            .toList();
    sheet.several("steps", choices);
    COUNTED.forEach(step -> sheet.brief(days(step), at(step)));
    return sheet;
  }

  /** Puts what stands in the fields there. */
  static void stand(Map<String, List<String>> fields, List<StepRule> steps) {
    fields.put("steps", steps.stream().filter(StepRule::on).map(one -> one.step().code()).toList());
    for (var one : steps) {
      if (COUNTED.contains(one.step())) {
        fields.put(days(one.step()), List.of(String.valueOf(one.days())));
        fields.put(at(one.step()), List.of(written(one.at())));
      }
    }
  }

  /** What was typed; what cannot be read is told beside its field. */
  static List<StepRule> read(Typed typed, List<StepRule> now) {
    var on = typed.all("steps");
    return now.stream().map(one -> step(typed, one, on)).toList();
  }

  private static StepRule step(Typed typed, StepRule now, List<String> on) {
    boolean told = on.contains(now.step().code());
    if (!COUNTED.contains(now.step())) {
      return new StepRule(now.step(), told, now.days(), now.at());
    }
    int days = typed.read(days(now.step()), now.days(), StepFields::number);
    var at = typed.read(at(now.step()), now.at(), StepFields::hour);
    try {
      return new StepRule(now.step(), told, days, at);
    } catch (Refused no) {
      typed.wrong(
          no.code().equals("step_rule.at") ? at(now.step()) : days(now.step()), no.sentence());
      return now;
    }
  }

  static String written(LocalTime hour) {
    return HOUR.format(hour);
  }

  static LocalTime hour(String written) {
    try {
      return LocalTime.parse(written, HOUR);
    } catch (DateTimeParseException none) {
      throw Refused.invalid("sending_hours.hour");
    }
  }

  private static int number(String written) {
    if (!written.matches("[0-9]{1,2}")) {
      throw Refused.invalid("step_rule.days", StepRule.DAYS_MAX);
    }
    return Integer.parseInt(written);
  }

  private static String days(Step step) {
    return step.code() + "Days";
  }

  private static String at(Step step) {
    return step.code() + "At";
  }
}
