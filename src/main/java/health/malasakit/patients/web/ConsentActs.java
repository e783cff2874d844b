package health.malasakit.patients.web;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.patients.Patient;
import health.malasakit.patients.speaking.ClinicDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Writes down what a patient allows, refuses or takes back, as it was said on a form. */
@Component
class ConsentActs {

  /** What stands on the form, by what the ledger calls it. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "words", "consentWords",
          "address", "consentAddress",
          "saidBy", "consentSaidBy",
          "basis", "consentBasis",
          "on", "consentOn");

  private final Consents consents;
  private final ClinicDays days;

  ConsentActs(Consents consents, ClinicDays days) {
    this.consents = consents;
    this.days = days;
  }

  void record(Patient patient, PersonForm form) {
    var said =
        new NewConsent(
            chosen(form, "channel", Channel::of),
            form.of("consentAddress"),
            chosen(form, "purpose", Purpose::of),
            chosen(form, "answer", ConsentAnswer::of),
            chosen(form, "consentBasis", ConsentActs::basis),
            form.of("consentWords"),
            form.of("consentSaidBy"),
            on(patient, form));
    try {
      consents.record(patient.organization(), patient.id(), said);
    } catch (Refused no) {
      throw no.onField(
          no.field().map(field -> FIELDS.getOrDefault(field, field)).orElse("channel"));
    }
  }

  /** Today unless another day was written; nobody has said anything tomorrow. */
  private LocalDate on(Patient patient, PersonForm form) {
    LocalDate today = days.today(patient.organization());
    if (form.of("consentOn").isEmpty()) {
      return today;
    }
    try {
      return SpokenDate.parsePast(form.of("consentOn"), today).date();
    } catch (Refused no) {
      throw no.onField("consentOn");
    }
  }

  /** The whole ledger; while safe contact stands, without the addresses that are not safe. */
  List<CarePage.Said> said(Patient patient) {
    var zone = days.zone(patient.organization());
    return consents.ledger(patient.organization(), patient.id()).stream()
        .filter(line -> patient.safeContact().map(only -> only.allows(line.address())).orElse(true))
        .map(line -> new CarePage.Said(line, Moments.dated(line.on()), Moments.at(line.at(), zone)))
        .toList();
  }

  /** Only what a person at this screen can know; the others are written where they happen. */
  private static ConsentBasis basis(String code) {
    return switch (ConsentBasis.of(code)) {
      case SPOKEN -> ConsentBasis.SPOKEN;
      case WRITTEN -> ConsentBasis.WRITTEN;
      case NUMBER_GIVEN -> ConsentBasis.NUMBER_GIVEN;
      case PORTAL, REPLY, REGISTRATION, IMPORT -> throw new IllegalArgumentException(code);
    };
  }

  private static <T> T chosen(PersonForm form, String field, Function<String, T> reading) {
    try {
      return reading.apply(form.of(field));
    } catch (IllegalArgumentException notOffered) {
      throw Refused.invalid("choice.unknown").onField(field);
    }
  }
}
