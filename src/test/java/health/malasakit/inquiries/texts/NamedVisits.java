package health.malasakit.inquiries.texts;

import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Visit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts about visits that went to a number before, as the ledger has them. */
final class NamedVisits {

  private static final String TEXT =
      """
      insert into messaging.outgoing (organization_id, outgoing_id, patient_id, channel, purpose, basis, key, from_address,
                                      to_address, state, reason, carrier_id, begun_at, since)
      values (:clinic, :text, :patient, 'text', 'visit', 'consent', :text::text, '+12125550000', :to, :state, :reason, :text::text,
              clock_timestamp(), clock_timestamp())
      """;

  private static final String LINE =
      """
      insert into messaging.entry (organization_id, entry_id, patient_id, visit_id, visit_version, step, channel, urgency,
                                   state, reason, due_at, useless_at, since, attempts, outgoing_id)
      values (:clinic, gen_random_uuid(), :patient, :visit, :version, :step, 'text', 'usual', 'out', '', now(),
              now() + interval '3 days', now(), 1, :text)
      on conflict (organization_id, visit_id, visit_version, step, channel)
        do update set state = 'out', outgoing_id = excluded.outgoing_id
      """;

  private final TextedClinic clinic;

  NamedVisits(TextedClinic clinic) {
    this.clinic = clinic;
  }

  /** One to her phone that named these, as they stand now. */
  void name(PatientId patient, Visit... visits) {
    name(new Sent("handed_over", Step.BOOKED), patient, visits);
  }

  /** One that asked whether she comes. */
  void ask(PatientId patient, Visit... visits) {
    name(new Sent("handed_over", Step.THREE_DAYS), patient, visits);
  }

  /** One that told her that it was moved. */
  void moved(PatientId patient, Visit visit) {
    name(new Sent("handed_over", Step.MOVED), patient, visit);
  }

  /** The same, and it did not arrive. */
  void fail(PatientId patient, Visit... visits) {
    name(new Sent("failed", Step.BOOKED), patient, visits);
  }

  private record Sent(String state, Step step) {}

  private void name(Sent sent, PatientId patient, Visit... visits) {
    clinic.in(jdbc -> {
      var text = UUID.randomUUID();
      int written = text(jdbc, text, sent, patient);
      for (var visit : visits) {
        written += line(jdbc, text, sent.step(), visit);
      }
      return written;
    });
  }

  private int text(JdbcClient jdbc, UUID text, Sent sent, PatientId patient) {
    return jdbc.sql(TEXT)
        .param("clinic", clinic.clinic().id().value())
        .param("text", text)
        .param("patient", patient.value())
        .param("state", sent.state())
        .param("reason", sent.state().equals("failed") ? "30003" : "")
        .param("to", clinic.hers())
        .update();
  }

  private int line(JdbcClient jdbc, UUID text, Step step, Visit visit) {
    return jdbc.sql(LINE)
        .param("clinic", clinic.clinic().id().value())
        .param("text", text)
        .param("patient", visit.patient().value())
        .param("visit", visit.id().value())
        .param("version", visit.version())
        .param("step", step.code())
        .update();
  }
}
