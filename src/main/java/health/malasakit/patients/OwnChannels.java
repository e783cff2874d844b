package health.malasakit.patients;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers and e-mails that a patient alone answers: what is confidential is told nowhere else. */
@Component
public class OwnChannels {

  /**
   * A number or an e-mail.
   *
   * @param alone whether it still counts: not when a representative or another patient has it too
   */
  public record Channel(String written, boolean alone) {
    @Override
    public String toString() {
      return "Channel[]";
    }
  }

  private static final int LINES_MAX = 20;
  private static final int LINE_LENGTH_MAX = 254;

  private final OwnChannelStore store;
  private final PatientStore patients;
  private final PatientFiles files;
  private final RecordGate gate;
  private final Audit audit;
  private final Clock clock;

  OwnChannels(
      OwnChannelStore store,
      PatientStore patients,
      PatientFiles files,
      RecordGate gate,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.patients = patients;
    this.files = files;
    this.gate = gate;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those on file. */
  @Transactional(readOnly = true)
  public List<Channel> of(OrganizationId organization, PatientId patient) {
    return store.all(organization, patient);
  }

  /**
   * From now on these and no other; none at all: nothing confidential is sent anywhere.
   *
   * @throws Refused invalid, codes {@code own_channel.many} and {@code own_channel.long}, above 20
   *     lines and above 254 characters in one
   */
  @Transactional
  public void set(OrganizationId organization, PatientId patient, List<String> written) {
    if (written.size() > LINES_MAX) {
      throw Refused.invalid("own_channel.many", LINES_MAX).onField("own");
    }
    if (written.stream().anyMatch(line -> line.length() > LINE_LENGTH_MAX)) {
      throw Refused.invalid("own_channel.long", LINE_LENGTH_MAX).onField("own");
    }
    gate.check(organization, patient, Depth.CONTACT);
    int version = patients.touch(organization, patient).orElseThrow(Patients::notFound);
    store.set(organization, patient, written, clock.instant());
    var whose = Whose.now(organization, patient, FactSource.PERSON, clock.instant());
    var what = written.isEmpty() ? "removed" : "set";
    files.remember(
        whose,
        new FactChange(version, "own_channel", "", what, whose.source(), whose.at(), whose.by()));
    audit.done(Act.onPatient(organization, "changed", patient).with("own_channel"));
  }

  /**
   * Whether something confidential may be told on this number or e-mail at that moment: it is her
   * own, nobody else's, and safe contact allows it. The database decides.
   */
  @Transactional(readOnly = true)
  public boolean mayContactAlone(
      OrganizationId organization, PatientId patient, String numberOrEmail, Instant at) {
    return store.mayContactAlone(organization, patient, numberOrEmail, at);
  }
}
