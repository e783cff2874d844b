package health.malasakit.inquiries.outbound;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.CallBackStore.Step;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls that were asked for about another person than was thought. */
@Component
public class CallBacksGiven {

  private final CallBackStore store;
  private final Patients patients;
  private final Live live;
  private final Clock clock;

  CallBacksGiven(CallBackStore store, Patients patients, Live live, Clock clock) {
    this.store = store;
    this.patients = patients;
    this.live = live;
    this.clock = clock;
  }

  /** Those that were asked for in a call, about a patient; 20 at most. */
  @Transactional(readOnly = true)
  public List<CallBack> askedIn(Call call, PatientId patient) {
    return store.askedIn(call, patient);
  }

  /**
   * She is to be called instead. What was dialled stays with whose numbers these were.
   *
   * @throws health.malasakit.kernel.Refused not found, code {@code call_back.unknown}
   */
  @Transactional
  public CallBack giveTo(OrganizationId organization, CallBackId id, PatientId right) {
    var zone = patients.find(organization, right).orElseThrow(Patients::notFound).facts().zone();
    var now = clock.instant();
    var next =
        zone.map(hers -> new Hours(hers, Optional.empty(), Optional.empty()).next(now)).orElse(now);
    var given =
        store.alone(organization, id).orElseThrow(CallBacks::unknown).giveTo(right, zone, next);
    store.give(given);
    var me = Scopes.current().account().orElseThrow();
    store.remember(given, new Step("moved", "", me, now));
    live.changed(Calls.topic(organization));
    return given;
  }
}
