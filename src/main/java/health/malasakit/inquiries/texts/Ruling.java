package health.malasakit.inquiries.texts;

import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.inquiries.texts.TextIn.Why;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What rules make of a text: what closes a number, what is answered, and who has to read it. */
@Component
class Ruling {

  private static final Duration LATE = Duration.ofMinutes(10);

  private final TextInStore store;
  private final UnruledStore unruled;
  private final RedFlags flags;
  private final Behind behind;
  private final Closing closing;
  private final Replies replies;
  private final VisitAnswers visits;
  private final Clock clock;

  Ruling(
      TextInStore store,
      UnruledStore unruled,
      RedFlags flags,
      Behind behind,
      Closing closing,
      Replies replies,
      VisitAnswers visits,
      Clock clock) {
    this.store = store;
    this.unruled = unruled;
    this.flags = flags;
    this.behind = behind;
    this.closing = closing;
    this.replies = replies;
    this.visits = visits;
    this.clock = clock;
  }

  /**
   * Settles it, or says why a person is needed; gives the answer that is to be handed over. Once,
   * however often it is asked for. When a person was faster, a STOP closes the number all the same.
   */
  @Transactional
  Optional<Replies.Prepared> rule(OrganizationId clinic, TextInId id) {
    store.alone(clinic, store.find(clinic, id).orElseThrow().text().came().from());
    var text = store.alone(clinic, id).orElseThrow().text();
    if (!unruled.ruling(text, clock.instant())) {
      return Optional.empty();
    }
    var number = text.came().phone();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (!(text.status() instanceof TextIn.Status.Open)) {
      closed(text, number.get());
      return Optional.empty();
    }
    var reading = read(text, number.get());
    var ruled = ruled(text, number.get(), reading);
    var next =
        new TextIn(
            text.organization(),
            text.id(),
            text.came(),
            reading.kind().code(),
            text.danger(),
            ruled.why(),
            text.behind(),
            ruled
                .reply()
                .map(reply -> new TextIn.Replied(reply.code(), Optional.of(reply.begun().id())))
                .orElse(TextIn.Replied.NOTHING),
            text.owner(),
            text.status(),
            text.version());
    store.ruled(next, clock.instant());
    ruled
        .reply()
        .ifPresent(reply ->
            store.remember(
                next, new TextInStep("replied", reply.code(), Optional.empty(), clock.instant())));
    return ruled.reply();
  }

  private void closed(TextIn text, Phone number) {
    if (read(text, number).stops()) {
      close(text, number);
    }
  }

  /** False when it was closed by its own word before. */
  private boolean close(TextIn text, Phone number) {
    var closed = closing.close(text.organization(), number, text.came().body());
    if (closed) {
      store.remember(
          text, new TextInStep(TextInStep.CLOSED, "", Optional.empty(), clock.instant()));
    }
    return closed;
  }

  private Reading read(TextIn text, Phone number) {
    var stands =
        closing.isClosed(text.organization(), number) ? Reading.Line.CLOSED : Reading.Line.OPEN;
    return Reading.of(text.came().body(), flags.matching(text.came().body()), stands);
  }

  private Ruled ruled(TextIn text, Phone number, Reading reading) {
    var everyone = behind.everyone(text.organization(), number);
    return switch (reading.kind()) {
      case DANGER -> danger(text, number, everyone);
      case STOP, CANCEL_ALL -> stopped(text, number, reading, everyone);
      case START -> started(text, number, reading, everyone);
      case HELP -> helped(text, reading, everyone);
      case CONFIRM, CANCEL, NO, RESCHEDULE, UNDO, DIGIT ->
          isLate(text) ? Ruled.person(Why.VISIT) : visits.answer(text, number, reading, everyone);
      case WORDS -> Ruled.person(Why.WORDS);
    };
  }

  /** Meanwhile she may have been told something else, and mean that. */
  private boolean isLate(TextIn text) {
    return text.came().at().plus(LATE).isBefore(clock.instant());
  }

  /**
   * Who says STOP beside it has said STOP; the one answer is for the emergency. The same words once
   * more join the text that waits.
   */
  private Ruled danger(TextIn text, Phone number, List<PatientId> everyone) {
    closed(text, number);
    var reply = replies.danger(text, number, everyone);
    return new Ruled(unruled.isSaidAgain(text, number) ? Why.NONE : Why.DANGER, reply);
  }

  /** Closed first, confirmed once; a text that says more is read as well. */
  private Ruled stopped(TextIn text, Phone number, Reading reading, List<PatientId> everyone) {
    var first = close(text, number);
    var reply =
        first
            ? replies.stopped(text, number, reading, everyone)
            : Optional.<Replies.Prepared>empty();
    if (reading.kind() == Reading.Kind.CANCEL_ALL) {
      return new Ruled(Why.CANCEL_MEANT, reply);
    }
    return new Ruled(reading.more() ? Why.WORDS : Why.NONE, reply);
  }

  private Ruled started(TextIn text, Phone number, Reading reading, List<PatientId> everyone) {
    return closing.reopen(text.organization(), number, text.came().body())
        ? new Ruled(Why.NONE, replies.usual("start", text, reading, everyone))
        : Ruled.person(Why.NONE);
  }

  private Ruled helped(TextIn text, Reading reading, List<PatientId> everyone) {
    return Ruled.answered(replies.usual("help", text, reading, everyone));
  }
}
