package health.malasakit.inquiries.texts;

import health.malasakit.inquiries.texts.TextIn.Why;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.answers.Answers;
import health.malasakit.scheduling.answers.Confirmation;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What C, X, R, UNDO and a digit do with the visit of the last text to that number. Only when the
 * number is one living patient's own, she may be told of the visit there now, and it is hers and as
 * it was told; in any doubt a person decides, and nothing of a visit is said to that number.
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
  private final ConfidentialVisits confidential;
  private final Clock clock;

  VisitAnswers(
      LastReminder named,
      Answers answers,
      TextActStore acts,
      Behind behind,
      Replies replies,
      ConfidentialVisits confidential,
      Clock clock) {
    this.named = named;
    this.answers = answers;
    this.acts = acts;
    this.behind = behind;
    this.replies = replies;
    this.confidential = confidential;
    this.clock = clock;
  }

  /** A visit of the last text, as it was told and as it stands. */
  private record Told(LastReminder.Named named, Visit visit) {}

  Ruled answer(TextIn text, Phone number, Reading reading, List<PatientId> everyone) {
    if (everyone.size() > 1) {
      return shared(text, number, reading, everyone);
    }
    var owners = behind.owners(text.organization(), number);
    if (owners.size() != 1) {
      return Ruled.person(Why.VISIT);
    }
    var asked = new Asked(text, number, reading, owners.getFirst());
    return switch (reading.kind()) {
      case UNDO -> undo(asked);
      case DIGIT -> digit(asked);
      case CONFIRM, CANCEL, RESCHEDULE -> about(asked, reading.kind());
      case NO -> no(asked);
      case DANGER, STOP, CANCEL_ALL, START, HELP, WORDS -> Ruled.person(Why.VISIT);
    };
  }

  /** Whose visit is meant only a person can ask; who was told of one hears that somebody will. */
  private Ruled shared(TextIn text, Phone number, Reading reading, List<PatientId> everyone) {
    var told = named.of(text.organization(), number);
    var maybe = everyone.stream().map(one -> new Asked(text, number, reading, one)).toList();
    boolean hears =
        !told.isEmpty()
            && (reading.kind() != Reading.Kind.NO || named.asks(text.organization(), number))
            && told.stream()
                .allMatch(one -> maybe.stream().anyMatch(her -> asTold(her, one).isPresent()));
    return hears
        ? new Ruled(Why.VISIT, replies.usual("shared", text, reading, everyone))
        : Ruled.person(Why.VISIT);
  }

  private Ruled about(Asked asked, Reading.Kind act) {
    var last = named.of(asked.text().organization(), asked.number());
    var told =
        last.stream()
            .flatMap(one -> asTold(asked, one).stream().map(visit -> new Told(one, visit)))
            .sorted(Comparator.comparing((Told one) -> one.visit().time().from()))
            .toList();
    if (told.isEmpty() || told.size() != last.size() || told.size() > LISTED_MAX) {
      return Ruled.person(Why.VISIT);
    }
    if (act == Reading.Kind.RESCHEDULE) {
      told.forEach(one -> keep(asked, one.visit().id(), "asked_to_move"));
      return new Ruled(Why.VISIT, reply(asked, "reschedule", ""));
    }
    return told.size() == 1 ? act(asked, act, told.getFirst().visit()) : list(asked, act, told);
  }

  /** The visit, when it is hers, still to come, as it was told, and may be told there. */
  private Optional<Visit> asTold(Asked asked, LastReminder.Named one) {
    return answers
        .asTold(asked.hers(new VisitId(one.visit())), one.version())
        .filter(visit -> !visit.confidential() && mayHear(asked, visit.id()));
  }

  /** The number may be marked as wrong since, or another one be the only safe one. */
  private boolean mayHear(Asked asked, VisitId visit) {
    return confidential.mayContactAbout(visit, asked.number().written(), clock.instant());
  }

  private Ruled list(Asked asked, Reading.Kind act, List<Told> told) {
    var code = act == Reading.Kind.CONFIRM ? "which_confirm" : "which_cancel";
    var visits = told.stream().map(Told::visit).toList();
    var asking = reply(asked, code, VisitWhen.list(visits, language(asked)));
    var listed = told.stream().map(Told::named).toList();
    asking.ifPresent(goes -> acts.ask(asked.text(), act, listed, clock.instant()));
    return Ruled.answered(asking);
  }

  /**
   * A digit picks from the last list of a day, and is never a bare answer beside one; whether she
   * has a list that is in doubt, and means it, only a person can ask.
   */
  private Ruled digit(Asked asked) {
    var since = clock.instant().minus(LIST_COUNTS);
    var list = acts.asked(asked.text().organization(), asked.number(), since);
    return list.map(one -> one.doubted() ? Ruled.person(Why.VISIT) : picked(asked, one))
        .orElseGet(() -> bare(asked));
  }

  private Ruled bare(Asked asked) {
    return switch (asked.reading().digit()) {
      case 1 -> about(asked, Reading.Kind.CONFIRM);
      case 2 -> no(asked);
      case 3 -> about(asked, Reading.Kind.RESCHEDULE);
      default -> Ruled.person(Why.VISIT);
    };
  }

  /** It cancels only where she was asked whether she comes; a 2 may be the second of several. */
  private Ruled no(Asked asked) {
    var clinic = asked.text().organization();
    boolean several = asked.reading().digit() > 0 && named.of(clinic, asked.number()).size() > 1;
    return several || !named.asks(clinic, asked.number())
        ? Ruled.person(Why.VISIT)
        : about(asked, Reading.Kind.CANCEL);
  }

  /** Who picks once more from a list that cancels may only set right what she picked first. */
  private Ruled picked(Asked asked, TextActStore.Question list) {
    int digit = asked.reading().digit();
    if (digit > list.visits().size()) {
      return Ruled.person(Why.VISIT);
    }
    var clinic = asked.text().organization();
    acts.answered(clinic, list, clock.instant());
    boolean again = !list.open() && list.act() != Reading.Kind.CONFIRM;
    if (again || named.wroteSince(clinic, asked.number(), list.at())) {
      return Ruled.person(Why.VISIT);
    }
    return Optional.of(list.visits().get(digit - 1))
        .filter(named.of(clinic, asked.number())::contains)
        .flatMap(one -> asTold(asked, one))
        .map(visit -> act(asked, list.act(), visit))
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
    if (!confidential.openOf(hers.organization(), hers.patient()).contains(hers.visit().value())
        || !mayHear(asked, hers.visit())) {
      return Ruled.person(Why.VISIT);
    }
    try {
      if (answers.undo(hers) == Answers.Outcome.UNDONE) {
        return answers
            .toCome(hers)
            .map(visit -> done(asked, visit, "undone"))
            .orElseGet(() -> Ruled.person(Why.VISIT));
      }
    } catch (Refused no) {
      if (!no.code().equals("time.taken")) {
        return Ruled.person(Why.VISIT);
      }
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
