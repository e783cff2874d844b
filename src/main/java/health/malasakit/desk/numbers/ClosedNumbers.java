package health.malasakit.desk.numbers;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Permission;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.Use;
import health.malasakit.messaging.texts.NumberStops;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.PatientPhone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers of a patient to which no text goes, and how a person opens one: because she asked,
 * after it was closed, with her words.
 */
@Component
class ClosedNumbers {

  private final NumberStops stops;
  private final Consents consents;
  private final Audit audit;
  private final Clock clock;

  ClosedNumbers(NumberStops stops, Consents consents, Audit audit, Clock clock) {
    this.stops = stops;
    this.consents = consents;
    this.audit = audit;
    this.clock = clock;
  }

  /** A number of hers that is closed, and everything that was said of it, the latest first. */
  record Closed(Phone number, List<NumberStops.Line> lines) {

    @Override
    public String toString() {
      return "Closed";
    }
  }

  /** Numbers of hers that may be shown: while safe contact stands, those that are safe. */
  List<Phone> numbers(Patient patient) {
    return patient.facts().phones().stream()
        .map(PatientPhone::phone)
        .filter(
            phone -> patient.safeContact().map(only -> only.allows(phone.written())).orElse(true))
        .toList();
  }

  /** Those that are closed now. */
  @Transactional(readOnly = true)
  List<Closed> closed(Patient patient) {
    return known(patient).stream().filter(one -> one.lines().getFirst().closed()).toList();
  }

  /** Those of which somebody ever said something. */
  @Transactional(readOnly = true)
  List<Closed> known(Patient patient) {
    var numbers = numbers(patient);
    var lines = stops.lines(patient.organization(), numbers);
    return numbers.stream()
        .map(number ->
            new Closed(
                number,
                lines.stream().filter(one -> one.digits().equals(number.digits())).toList()))
        .filter(one -> !one.lines().isEmpty())
        .toList();
  }

  /**
   * How she asked for texts again.
   *
   * @param number its digits
   * @param heard spoken or written
   * @param on the day as typed; empty for today
   */
  record Asked(String number, String heard, String words, String on) {

    @Override
    public String toString() {
      return "Asked";
    }
  }

  /**
   * Opens it, and writes down that she allows texts about her care there.
   *
   * @throws Refused invalid on a field, codes {@code number_stop.words}, {@code number_stop.heard},
   *     {@code number_stop.before} for a day before it was closed, {@code consent.later}; conflict,
   *     codes {@code number_stop.open}, {@code number_stop.same_day} when nobody knows whether a no
   *     of that day came first
   */
  @Transactional
  void open(ClinicAt clinic, Patient patient, Asked asked) {
    var closed = find(patient, asked);
    var basis = basis(asked);
    var on = on(clinic, asked);
    var since = LocalDate.ofInstant(closed.lines().getFirst().at(), clinic.zone());
    if (on.isBefore(since)) {
      throw Refused.invalid("number_stop.before").onField("on");
    }
    var ground = new NumberStops.Ground(basis.code(), asked.words().strip(), Optional.of(on));
    stops.openAsAsked(clinic.id(), closed.number(), ground);
    consents.record(
        clinic.id(),
        patient.id(),
        new NewConsent(
            Channel.TEXT,
            closed.number().written(),
            Purpose.CARE,
            ConsentAnswer.GIVEN,
            basis,
            ground.words(),
            "",
            on));
    requireAllowed(clinic, patient.id(), closed.number());
    audit.done(Act.onPatient(clinic.id(), "changed", patient.id()).with("number-opened"));
  }

  private Closed find(Patient patient, Asked asked) {
    return closed(patient).stream()
        .filter(one -> one.number().digits().equals(asked.number()))
        .findFirst()
        .orElseThrow(() -> Refused.conflict("number_stop.open").onField("number"));
  }

  /** Only what a person can hear or read. */
  private static ConsentBasis basis(Asked asked) {
    return switch (asked.heard()) {
      case "spoken" -> ConsentBasis.SPOKEN;
      case "written" -> ConsentBasis.WRITTEN;
      default -> throw Refused.invalid("number_stop.heard").onField("heard");
    };
  }

  private LocalDate on(ClinicAt clinic, Asked asked) {
    var today = LocalDate.ofInstant(clock.instant(), clinic.zone());
    if (asked.on().isBlank()) {
      return today;
    }
    try {
      return SpokenDate.parsePast(asked.on(), today).date();
    } catch (Refused no) {
      throw no.onField("on");
    }
  }

  private void requireAllowed(ClinicAt clinic, PatientId patient, Phone number) {
    var use = new Use(Channel.TEXT, number.written(), Purpose.CARE);
    if (consents.may(clinic.id(), patient, use) instanceof Permission.Not) {
      throw Refused.conflict("number_stop.same_day").onField("on");
    }
  }
}
