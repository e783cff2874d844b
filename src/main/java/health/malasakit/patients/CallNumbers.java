package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientPhone;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** At which number on file a patient may be called at a moment; the database decides of each. */
@Component
public class CallNumbers {

  private final Patients patients;
  private final SafeContactStore safe;
  private final OwnChannels own;

  CallNumbers(Patients patients, SafeContactStore safe, OwnChannels own) {
    this.patients = patients;
    this.safe = safe;
    this.own = own;
  }

  /** The first that may ring then; empty when none is on file, or none may. */
  @Transactional(readOnly = true)
  public Optional<Phone> first(OrganizationId organization, PatientId patient, Instant at) {
    return first(
        onFile(organization, patient),
        written -> safe.mayContact(organization, patient, written, at));
  }

  /** The first that the patient alone answers, for what is confidential. */
  @Transactional(readOnly = true)
  public Optional<Phone> firstOfHerOwn(OrganizationId organization, PatientId patient, Instant at) {
    return first(
        onFile(organization, patient),
        written -> own.mayContactAlone(organization, patient, written, at));
  }

  /**
   * Those on file in her order, whether or not they may ring now: safe contact names the only ones.
   */
  @Transactional(readOnly = true)
  public List<Phone> all(OrganizationId organization, PatientId patient) {
    return onFile(organization, patient).toList();
  }

  /**
   * A number at which a patient may be called at a moment.
   *
   * @param alone whether she alone answers there
   */
  public record Ringing(PatientId patient, Phone phone, boolean alone) {

    @Override
    public String toString() {
      return "Ringing[" + patient + "]";
    }
  }

  /** Of each of these patients of a clinic those that may ring at that moment, in no order. */
  @Transactional(readOnly = true)
  public List<Ringing> ringing(
      OrganizationId organization, Collection<PatientId> patients, Instant at) {
    return patients.isEmpty()
        ? List.of()
        : safe.ringing(organization, patients, at).stream()
            .filter(one -> one.phone().valid())
            .toList();
  }

  /** Whether safe contact names the only numbers that may ring. */
  @Transactional(readOnly = true)
  public boolean limited(OrganizationId organization, PatientId patient) {
    return safe.find(organization, patient).isPresent();
  }

  private static Optional<Phone> first(Stream<Phone> numbers, Predicate<String> may) {
    return numbers.filter(Phone::valid).filter(one -> may.test(one.written())).findFirst();
  }

  /** Safe contact names the only ones; else those of the record, but no former ones. */
  private Stream<Phone> onFile(OrganizationId organization, PatientId patient) {
    return safe.find(organization, patient)
        .map(only -> only.phones().stream().map(Phone::of))
        .orElseGet(() -> recorded(organization, patient).stream());
  }

  private List<Phone> recorded(OrganizationId organization, PatientId patient) {
    return patients.find(organization, patient).stream()
        .flatMap(known -> known.facts().phones().stream())
        .filter(phone -> phone.use() != ContactUse.FORMER)
        .map(PatientPhone::phone)
        .toList();
  }
}
