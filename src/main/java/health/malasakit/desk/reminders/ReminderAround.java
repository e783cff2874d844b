package health.malasakit.desk.reminders;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.RecordGate;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.Restores;
import health.malasakit.messaging.ledger.EntryStep;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.mail.MailSenders;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What else the pages about messages ask for. */
@Component
class ReminderAround {

  private final Patients patients;
  private final RecordGate gate;
  private final Colleagues colleagues;
  private final TextNumbers texts;
  private final MailSenders mails;
  private final Restores restores;
  private final Rules rules;
  private final Clock clock;

  ReminderAround(
      Patients patients,
      RecordGate gate,
      Colleagues colleagues,
      TextNumbers texts,
      MailSenders mails,
      Restores restores,
      Rules rules,
      Clock clock) {
    this.patients = patients;
    this.gate = gate;
    this.colleagues = colleagues;
    this.texts = texts;
    this.mails = mails;
    this.restores = restores;
    this.rules = rules;
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

  /** Whether a clinic tells of visits now. */
  boolean sends(OrganizationId clinic) {
    return rules.of(clinic).sends();
  }

  /** Those of these clinics that tell nothing now. */
  Set<OrganizationId> silent(List<OrganizationId> clinics) {
    return rules.silent(clinics);
  }

  /** Those of these clinics that a restore switched off. */
  List<RemindersPage.Held> held(List<ClinicAt> clinics) {
    var holds = restores.holds(clinics.stream().map(ClinicAt::id).toList());
    return clinics.stream()
        .flatMap(
            one -> Optional.ofNullable(holds.get(one.id())).stream().map(since -> held(one, since)))
        .toList();
  }

  private static RemindersPage.Held held(ClinicAt clinic, Instant since) {
    return new RemindersPage.Held(
        clinic.slug(),
        clinic.name(),
        When.of(since, clinic.zone(), Scopes.current().zone()),
        Scopes.current().may(clinic.id(), "clinics", Verb.UPDATE));
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
