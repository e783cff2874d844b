package health.malasakit.inquiries.redflags;

import health.malasakit.inquiries.Call;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.live.Live;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Emergencies that were about another person than was thought. */
@Component
public class EmergenciesGiven {

  private final EmergencyStore store;
  private final EmergencyPatients patients;
  private final Live live;

  EmergenciesGiven(EmergencyStore store, EmergencyPatients patients, Live live) {
    this.store = store;
    this.patients = patients;
    this.live = live;
  }

  /** Those of a call, about a patient; 20 at most. */
  @Transactional(readOnly = true)
  public List<Emergency> openedIn(Call call, PatientId patient) {
    return store.inCall(call.organization(), call.id()).stream()
        .filter(one -> one.patient().filter(patient::equals).isPresent())
        .toList();
  }

  /**
   * One of them.
   *
   * @throws Refused not found, code {@code emergency.none}
   */
  @Transactional(readOnly = true)
  public Emergency get(OrganizationId organization, EmergencyId id) {
    return store.find(organization, id).orElseThrow(Emergency::unknown);
  }

  /** Rises with whatever is done in it. */
  @Transactional(readOnly = true)
  public int version(Emergency one) {
    return store.steps(one).size();
  }

  /**
   * It is about her, whatever was done in it; says its version.
   *
   * @throws Refused not found, code {@code emergency.none}
   */
  @Transactional
  public int giveTo(OrganizationId organization, EmergencyId id, PatientId right) {
    var one = get(organization, id);
    patients.give(one, right);
    live.changed(Emergency.topic(organization));
    return version(one);
  }
}
