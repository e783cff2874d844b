package health.malasakit.inquiries.codes;

import health.malasakit.inquiries.gate.GateRules;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.Texts;
import health.malasakit.patients.CallNumbers;
import health.malasakit.patients.FactChange;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.person.PatientPhone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * To which numbers of a patient a code may go: those on file, in her order; where safe contact
 * stands, its own alone. The number that rings counts for nothing, on file or not.
 */
@Component
class CodeNumbers {

  private static final String SEVERAL = "; ";

  private final CallNumbers numbers;
  private final SafeContacts safe;
  private final Patients patients;
  private final Texts texts;
  private final GateRules rules;

  CodeNumbers(
      CallNumbers numbers, SafeContacts safe, Patients patients, Texts texts, GateRules rules) {
    this.numbers = numbers;
    this.safe = safe;
    this.patients = patients;
    this.texts = texts;
    this.rules = rules;
  }

  /** All on file. */
  @Transactional(readOnly = true)
  List<CodeNumber> of(Patient patient, Instant now) {
    var since = now.minus(Duration.ofDays(rules.newNumberDays(patient.organization())));
    var recent =
        patients.history(patient.organization(), patient.id()).stream()
            .filter(change -> change.at().isAfter(since))
            .toList();
    return numbers.all(patient.organization(), patient.id()).stream()
        .map(phone -> new CodeNumber(phone, use(patient, phone), not(patient, phone, recent, now)))
        .toList();
  }

  private Optional<CodeNumber.Not> not(
      Patient patient, Phone phone, List<FactChange> recent, Instant now) {
    if (!phone.valid()) {
      return Optional.of(CodeNumber.Not.NO_NUMBER);
    }
    if (!safe.mayContact(patient.organization(), patient.id(), phone.written(), now)) {
      return Optional.of(CodeNumber.Not.NOT_SAFE);
    }
    if (texts.isStopped(text(patient, phone, ""))) {
      return Optional.of(CodeNumber.Not.NO_TEXTS);
    }
    var changed = recent.stream().anyMatch(change -> brought(change, phone, patient));
    return changed ? Optional.of(CodeNumber.Not.NEW) : Optional.empty();
  }

  /** A code for this patient to this number. */
  static NewText text(Patient patient, Phone phone, String key) {
    return new NewText(patient.organization(), patient.id(), NewText.Purpose.CODE, key, phone);
  }

  /** Whether a change put this number on file; who may not read it is told that one did. */
  private static boolean brought(FactChange change, Phone phone, Patient patient) {
    if (change.field().equals("safe_contact")) {
      return patient.safeContact().isPresent();
    }
    return change.field().startsWith("phone.")
        && (change.isUntold() || (names(change.after(), phone) && !names(change.before(), phone)));
  }

  private static boolean names(String written, Phone phone) {
    return Stream.of(written.split(SEVERAL, -1))
        .filter(part -> !part.isBlank())
        .anyMatch(part -> sameLine(part, phone));
  }

  private static boolean sameLine(String written, Phone phone) {
    try {
      return Phone.of(written).sameLineAs(phone);
    } catch (Refused noNumber) {
      return false;
    }
  }

  private static String use(Patient patient, Phone phone) {
    return patient.facts().phones().stream()
        .filter(one -> patient.safeContact().isEmpty() && one.phone().sameLineAs(phone))
        .map(PatientPhone::use)
        .map(use -> use.code())
        .findFirst()
        .orElse("");
  }
}
