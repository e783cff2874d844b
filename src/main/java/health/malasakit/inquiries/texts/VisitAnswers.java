package health.malasakit.inquiries.texts;

import health.malasakit.inquiries.texts.TextIn.Why;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.answers.Answers;
import health.malasakit.scheduling.answers.Answers.Hers;
import health.malasakit.scheduling.answers.Confirmation;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What C, X, R, UNDO and a digit do with the visit of the last text to that number. Only when one
 * patient who lives is behind the number, and the visit is hers and as it was told; in any doubt a
 * person decides.
 */
@Component
class VisitAnswers {

  /** So long UNDO takes a cancelling back. */
  private static final Duration UNDO_WITHIN = Duration.ofMinutes(30);

  private static final Duration LIST_COUNTS = Duration.ofDays(1);
  private static final int LISTED_MAX = 9;

  private final LastReminder named;
  private final Answers answers;
  private final TextActStore acts;
  private final Behind behind;
  private final Replies replies;
  private final Clock clock;

  VisitAnswers(
      LastReminder named,
      Answers answers,
      TextActStore acts,
      Behind behind,
      Replies replies,
      Clock clock) {
    this.named = named;
    this.answers = answers;
    this.acts = acts;
    this.behind = behind;
    this.replies = replies;
    this.clock = clock;
  }

  /** A text about a visit, and whose number it is alone. */
  private record Asked(TextIn text, Phone number, Reading reading, PatientId patient) {

    Hers hers(VisitId visit) {
      return new Hers(text.organization(), patient, visit);
    }
  }

  Ruled answer(TextIn text, Phone number, Reading reading, List<PatientId> everyone) {
    var living = behind.living(everyone);
    if (everyone.size() > 1) {
      return shared(text, number, reading, everyone);
    }
    if (living.size() != 1) {
      return Ruled.person(Why.VISIT);
    }
    var asked = new Asked(text, number, reading, living.getFirst());
    return switch (reading.kind()) {
      case UNDO -> undo(asked);
      case DIGIT -> digit(asked);
      case CONFIRM, CANCEL, RESCHEDULE -> about(asked, reading.kind());
      case DANGER, STOP, CANCEL_ALL, START, HELP, WORDS -> Ruled.person(Why.VISIT);
    };
  }

  /** Whose visit is meant only a person can ask; who was told of one hears that somebody will. */
  private Ruled shared(TextIn text, Phone number, Reading reading, List<PatientId> everyone) {
    var told = named.of(text.organization(), number);
    return told.isEmpty()
        ? Ruled.person(Why.VISIT)
        : new Ruled(Why.VISIT, replies.usual("shared", text, reading, everyone));
  }

  private Ruled about(Asked asked, Reading.Kind act) {
    var told = named.of(asked.text().organization(), asked.number());
    var visits =
        told.stream()
            .flatMap(one -> asTold(asked, one).stream())
            .sorted(Comparator.comparing((Visit visit) -> visit.time().from()))
            .toList();
    if (visits.isEmpty() || visits.size() != told.size() || visits.size() > LISTED_MAX) {
      return Ruled.person(Why.VISIT);
    }
    if (act == Reading.Kind.RESCHEDULE) {
      visits.forEach(visit -> keep(asked, visit.id(), "asked_to_move"));
      return new Ruled(Why.VISIT, reply(asked, "reschedule", ""));
    }
    return visits.size() == 1 ? act(asked, act, visits.getFirst()) : list(asked, act, visits);
  }

  /** The visit, when it is hers, still to come, as it was told, and no secret. */
  private Optional<Visit> asTold(Asked asked, LastReminder.Named one) {
    return answers
        .asTold(asked.hers(new VisitId(one.visit())), one.version())
        .filter(visit -> !visit.confidential());
  }

  private Ruled list(Asked asked, Reading.Kind act, List<Visit> visits) {
    var told = named.of(asked.text().organization(), asked.number());
    var listed =
        visits.stream()
            .flatMap(visit -> told.stream().filter(one -> one.visit().equals(visit.id().value())))
            .toList();
    var code = act == Reading.Kind.CONFIRM ? "which_confirm" : "which_cancel";
    var asking = reply(asked, code, VisitWhen.list(visits, language(asked)));
    asking.ifPresent(goes -> acts.ask(asked.text(), act, listed, clock.instant()));
    return Ruled.answered(asking);
  }

  private Ruled digit(Asked asked) {
    var since = clock.instant().minus(LIST_COUNTS);
    var list = acts.asked(asked.text().organization(), asked.number(), since);
    int digit = asked.reading().digit();
    if (list.isEmpty()) {
      return switch (digit) {
        case 1 -> about(asked, Reading.Kind.CONFIRM);
        case 2 -> about(asked, Reading.Kind.CANCEL);
        case 3 -> about(asked, Reading.Kind.RESCHEDULE);
        default -> Ruled.person(Why.VISIT);
      };
    }
    var visits = list.get().visits();
    if (digit > visits.size()) {
      return Ruled.person(Why.VISIT);
    }
    acts.answered(asked.text().organization(), list.get(), clock.instant());
    var picked = visits.get(digit - 1);
    return Optional.of(picked)
        .filter(named.of(asked.text().organization(), asked.number())::contains)
        .flatMap(one -> asTold(asked, one))
        .map(visit -> act(asked, list.get().act(), visit))
        .orElseGet(() -> Ruled.person(Why.VISIT));
  }

  private Ruled act(Asked asked, Reading.Kind act, Visit visit) {
    var hers = asked.hers(visit.id());
    var outcome =
        act == Reading.Kind.CONFIRM
            ? answers.confirm(hers, Confirmation.Channel.TEXT)
            : answers.cancel(hers);
    return switch (outcome) {
      case CONFIRMED -> done(asked, visit, "confirmed");
      case CANCELLED -> done(asked, visit, "cancelled");
      case TOO_LATE -> {
        keep(asked, visit.id(), "too_late");
        yield new Ruled(Why.VISIT, reply(asked, "late", when(asked, visit)));
      }
      case UNDONE, OTHERWISE -> Ruled.person(Why.VISIT);
    };
  }

  private Ruled done(Asked asked, Visit visit, String what) {
    keep(asked, visit.id(), what);
    return Ruled.answered(reply(asked, what, when(asked, visit)));
  }

  private void keep(Asked asked, VisitId visit, String what) {
    acts.add(asked.text(), asked.hers(visit), what, clock.instant());
  }

  /** Takes back the last cancelling from this number; the time may be another's by then. */
  private Ruled undo(Asked asked) {
    var since = clock.instant().minus(UNDO_WITHIN);
    var last = acts.cancelled(asked.text().organization(), asked.number(), since);
    if (last.filter(act -> act.patient().equals(asked.patient())).isEmpty()) {
      return Ruled.person(Why.VISIT);
    }
    var hers = asked.hers(last.get().visit());
    try {
      if (answers.undo(hers) == Answers.Outcome.UNDONE) {
        return answers
            .toCome(hers)
            .map(visit -> done(asked, visit, "undone"))
            .orElseGet(() -> Ruled.person(Why.VISIT));
      }
    } catch (Refused taken) {
      keep(asked, last.get().visit(), "given_away");
      return new Ruled(Why.VISIT, reply(asked, "taken", ""));
    }
    return Ruled.person(Why.VISIT);
  }

  private Optional<Replies.Prepared> reply(Asked asked, String code, String when) {
    return replies.about(
        asked.text(), new Replies.About(code, language(asked), when, asked.patient()));
  }

  private String language(Asked asked) {
    return behind
        .language(asked.text().organization(), List.of(asked.patient()))
        .orElse(Behind.ENGLISH);
  }

  private String when(Asked asked, Visit visit) {
    return VisitWhen.of(visit, language(asked));
  }
}
