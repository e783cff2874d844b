package health.malasakit.desk.reminders;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.EntryStep;
import health.malasakit.messaging.mail.MailSenders;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What else the pages about messages ask for. */
@Component
class ReminderAround {

  private final Patients patients;
  private final RecordGate gate;
  private final Colleagues colleagues;
  private final TextNumbers texts;
  private final MailSenders mails;
  private final Clock clock;

  ReminderAround(
      Patients patients,
      RecordGate gate,
      Colleagues colleagues,
      TextNumbers texts,
      MailSenders mails,
      Clock clock) {
    this.patients = patients;
    this.gate = gate;
    this.colleagues = colleagues;
    this.texts = texts;
    this.mails = mails;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Codes of the gateways that this server lacks. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!texts.isConnected()) {
      missing.add("texts");
    }
    if (!mails.isConnected()) {
      missing.add("email");
    }
    return missing;
  }

  /** Refuses a record that is closed or hidden, as her own page does. */
  void check(OrganizationId clinic, PatientId patient) {
    var _ = patients.find(clinic, patient).orElseThrow(Patients::notFound);
    gate.check(clinic, patient);
  }

  String name(PatientId patient) {
    return Optional.ofNullable(patients.cards(List.of(patient)).get(patient))
        .map(PatientCard::name)
        .orElse("");
  }

  Map<AccountId, String> names(List<EntryStep> steps) {
    return colleagues.names(steps.stream().flatMap(step -> step.by().stream()).distinct().toList());
  }
}
