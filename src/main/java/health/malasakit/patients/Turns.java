package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who changes a patient first: of two who had her open, the second overwrites nothing that she has
 * not seen.
 */
@Component
public class Turns {

  private final PatientStore store;
  private final PatientFiles files;
  private final Clock clock;

  Turns(PatientStore store, PatientFiles files, Clock clock) {
    this.store = store;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Takes her for the change that follows in the same transaction; whoever else changes her waits.
   *
   * @param seen the version that the person saw when she began
   * @throws Refused conflict, code {@code patient.changed_meanwhile}, when she was changed since
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(OrganizationId organization, PatientId patient, int seen) {
    int version = store.lock(organization, patient).orElseThrow(Patients::notFound);
    if (version != seen) {
      throw Refused.conflict("patient.changed_meanwhile/edit");
    }
  }

  /** What was changed since that version, newest first. */
  @Transactional(readOnly = true)
  public List<FactChange> since(Patient now, int seen) {
    return files.changes(now, seen);
  }

  /** Her next version and a line of her history, for a change that stands elsewhere. */
  @Transactional
  public void note(OrganizationId organization, PatientId patient, String field, String what) {
    int version = store.touch(organization, patient).orElseThrow(Patients::notFound);
    var whose = Whose.now(organization, patient, FactSource.PERSON, clock.instant());
    files.remember(
        whose, new FactChange(version, field, "", what, whose.source(), whose.at(), whose.by()));
  }
}
