package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.StepRule;
import health.malasakit.messaging.ledger.Window;
import health.malasakit.ui.Choice;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form in which a clinic says whether and when it tells of visits. */
@Component
class ReminderForms {

  private static final String YES = "yes";
  private static final List<Step> COUNTED = List.of(Step.WEEK, Step.THREE_DAYS, Step.DAY);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private final Rules rules;
  private final Sayings sayings;

  ReminderForms(Rules rules, Sayings sayings) {
    this.rules = rules;
    this.sayings = sayings;
  }

  Drawn drawn(Clinic clinic) {
    var said = rules.of(clinic.id());
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(
            sayings.say("reminders"), sayings.say("reminders.under"), sayings.say("save")),
        "/clinics/" + clinic.slug() + "/reminders",
        sheet(),
        stands(said),
        0);
  }

  private Sheet sheet() {
    var sheet =
        new Sheet(sayings, "reminders")
            .one(
                "sends",
                List.of(
                    Choice.of(YES, sayings.say("reminders.sends.yes")),
                    Choice.of("no", sayings.say("reminders.sends.no"))))
            .brief("weekdaysFrom", "weekdaysUntil", "sundayFrom", "sundayUntil")
            .several("steps", Arrays.stream(Step.values()).map(this::choice).toList());
    COUNTED.forEach(step -> sheet.brief(days(step), at(step)));
    return sheet;
  }

  private Choice choice(Step step) {
    return Choice.of(step.code(), sayings.say("reminders.step." + step.code()));
  }

  private static Map<String, List<String>> stands(Rules.Said said) {
    var rule = said.rule();
    Map<String, List<String>> stands = new HashMap<>();
    stands.put("sends", List.of(said.sends() ? YES : "no"));
    stands.put("weekdaysFrom", List.of(HOUR.format(rule.weekdays().from())));
    stands.put("weekdaysUntil", List.of(HOUR.format(rule.weekdays().until())));
    stands.put("sundayFrom", List.of(HOUR.format(rule.sunday().from())));
    stands.put("sundayUntil", List.of(HOUR.format(rule.sunday().until())));
    stands.put(
        "steps", rule.steps().stream().filter(StepRule::on).map(one -> one.step().code()).toList());
    for (var one : rule.steps()) {
      if (COUNTED.contains(one.step())) {
        stands.put(days(one.step()), List.of(String.valueOf(one.days())));
        stands.put(at(one.step()), List.of(HOUR.format(one.at())));
      }
    }
    return stands;
  }

  /** What was typed; what cannot be read is told beside its field. */
  Rules.Said read(Clinic clinic, Typed typed) {
    var now = rules.of(clinic.id()).rule();
    var weekdays = window(typed, "weekdaysFrom", "weekdaysUntil", now.weekdays());
    var sunday = window(typed, "sundayFrom", "sundayUntil", now.sunday());
    var on = typed.all("steps");
    var steps = now.steps().stream().map(one -> step(typed, one, on)).toList();
    return new Rules.Said(
        typed.text("sends").equals(YES), new Rule(weekdays, sunday, steps, now.sites()));
  }

  private static StepRule step(Typed typed, StepRule now, List<String> on) {
    boolean told = on.contains(now.step().code());
    if (!COUNTED.contains(now.step())) {
      return new StepRule(now.step(), told, now.days(), now.at());
    }
    int days = typed.read(days(now.step()), now.days(), ReminderForms::number);
    var at = typed.read(at(now.step()), now.at(), ReminderForms::hour);
    try {
      return new StepRule(now.step(), told, days, at);
    } catch (Refused no) {
      typed.wrong(
          no.code().equals("step_rule.at") ? at(now.step()) : days(now.step()), no.sentence());
      return now;
    }
  }

  private static Window window(Typed typed, String from, String until, Window now) {
    var first = typed.read(from, now.from(), ReminderForms::hour);
    var last = typed.read(until, now.until(), ReminderForms::hour);
    try {
      return Window.allowed(first, last);
    } catch (Refused no) {
      typed.wrong(from, no.sentence());
      return now;
    }
  }

  private static String days(Step step) {
    return step.code() + "Days";
  }

  private static String at(Step step) {
    return step.code() + "At";
  }

  private static int number(String written) {
    if (!written.matches("[0-9]{1,2}")) {
      throw Refused.invalid("step_rule.days", StepRule.DAYS_MAX);
    }
    return Integer.parseInt(written);
  }

  private static LocalTime hour(String written) {
    try {
      return LocalTime.parse(written, HOUR);
    } catch (DateTimeParseException none) {
      throw Refused.invalid("sending_hours.hour");
    }
  }
}
