package health.malasakit.inquiries.outbound.web;

import health.malasakit.directory.Clinic;
import health.malasakit.inquiries.messages.MessageId;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patient;
import health.malasakit.ui.TypedMoment;
import health.malasakit.workqueue.Drafts;
import health.malasakit.workqueue.PromiseId;
import health.malasakit.workqueue.Promises;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The form of a call to be made, begun with what was promised. */
@Component
class Begun {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** With less than this left today she is called on the next day of work. */
  private static final Duration TIME_FOR_IT = Duration.ofMinutes(30);

  private final Promises promises;
  private final Messages messages;
  private final Drafts drafts;
  private final Clock clock;

  Begun(Promises promises, Messages messages, Drafts drafts, Clock clock) {
    this.promises = promises;
    this.messages = messages;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** A promise about somebody else, or one that she may not see, begins nothing. */
  @Transactional(readOnly = true)
  NewCallBackForm form(Clinic clinic, PatientId patient, String promise, ZoneId zone) {
    var empty =
        NewCallBackForm.empty(
            Scopes.current().account().map(one -> one.toString()).orElse(""),
            TypedMoment.of(clinic.workEnds(clock.instant(), TIME_FOR_IT), zone));
    if (promise.isEmpty() || !Scopes.current().may(clinic.id(), "promises", Verb.READ)) {
      return empty;
    }
    return promises
        .find(clinic.id(), new PromiseId(Ids.parse(promise)))
        .filter(one -> one.patient().equals(Optional.of(patient)))
        .map(one ->
            empty.about(
                one.words().substring(0, Math.min(one.words().length(), 300)),
                Moments.dated(LocalDate.ofInstant(one.dueAt(), zone)),
                HOUR.format(LocalTime.ofInstant(one.dueAt(), zone)),
                promise))
        .orElse(empty);
  }

  /** To tell her what was answered; a message about somebody else begins nothing. */
  @Transactional(readOnly = true)
  NewCallBackForm telling(NewCallBackForm empty, Patient patient, String message) {
    if (message.isEmpty() || !Scopes.current().may(patient.organization(), "messages", Verb.READ)) {
      return empty;
    }
    var one = messages.get(patient.organization(), MessageId.of(message));
    return one.from().patient().equals(Optional.of(patient.id()))
        ? empty.answers(
            Sentences.of("outbound.answers", Sentences.of("messages.kind." + one.wanted().kind())),
            message)
        : empty;
  }

  /** What was typed is kept now. */
  void done(PatientId patient) {
    drafts.discard("to-call:" + patient);
  }
}
