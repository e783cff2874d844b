package health.malasakit.inquiries.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.interpreters.InterpreterUse;
import health.malasakit.inquiries.interpreters.InterpreterUse.Outcome;
import health.malasakit.kernel.Moments;
import health.malasakit.ui.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Interpreters as the page of their call shows them. */
final class InterpreterLines {

  private InterpreterLines() {}

  /** Who was still on the line when the call ended left with it. */
  static CallPage.Interpreter line(InterpreterUse use, Call call, ZoneId zone, LocalDate today) {
    var asked = use.asked();
    var language = asked.language().equals("und") ? "" : Languages.name(asked.language());
    return switch (use.outcome()) {
      case Outcome.None(var why) ->
          new CallPage.Interpreter(language, "", "", "", why.code(), false);
      case Outcome.Connected(var since, var until) -> {
        var end = until.or(call::endedAt);
        var when =
            Moments.lately(since, zone, today)
                + end.map(at -> " \u2013 " + until(at, since, zone)).orElse("");
        yield new CallPage.Interpreter(
            language, asked.vendor(), asked.badge(), when, "", end.isEmpty());
      }
    };
  }

  private static String until(Instant end, Instant since, ZoneId zone) {
    return Moments.lately(end, zone, LocalDate.ofInstant(since, zone));
  }
}
