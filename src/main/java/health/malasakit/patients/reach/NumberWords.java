package health.malasakit.patients.reach;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.PatientPhone;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which numbers reach patients; the database lets nothing go out to one that does not. */
@Component
public class NumberWords {

  private final NumberWordStore store;
  private final Audit audit;
  private final Clock clock;

  NumberWords(NumberWordStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was found out about a number of hers; it counts from this moment. */
  @Transactional
  public void say(OrganizationId organization, PatientId patient, Phone number, NumberWord word) {
    var found = new NumberWordStore.Found(PatientPhone.lastTen(number), word, clock.instant());
    store.add(organization, patient, found);
    audit.done(
        Act.onPatient(organization, "changed", patient)
            .with(word == NumberWord.WORKS ? "number-works" : "number-stopped"));
  }

  /** Of these numbers those that do not reach her, with why and since when. */
  @Transactional(readOnly = true)
  public List<NumberStanding> stopped(
      OrganizationId organization, PatientId patient, Collection<Phone> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : store.standing(
            organization, patient, numbers.stream().map(PatientPhone::lastTen).toList());
  }
}
