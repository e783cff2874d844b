package health.malasakit.inquiries.redflags;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An emergency that was begun before its call was there gets it from who began it. */
@Component
public class EmergencyCalls {

  private final EmergencyStore store;
  private final TieStore ties;
  private final EmergencyPatients patients;
  private final EmergencyLog log;
  private final Calls calls;

  EmergencyCalls(
      EmergencyStore store,
      TieStore ties,
      EmergencyPatients patients,
      EmergencyLog log,
      Calls calls) {
    this.store = store;
    this.ties = ties;
    this.patients = patients;
    this.log = log;
    this.calls = calls;
  }

  /** Whether she who asks may still say whose it is. */
  public static boolean mayTie(Emergency one) {
    return one.call().isEmpty() && one.closed().isEmpty() && isMine(one);
  }

  /**
   * From now on it is that of a caller who is on her line. The same said twice is once.
   *
   * @throws Refused denied, code {@code emergency.not_yours}; conflict, codes {@code
   *     emergency.closed}, {@code emergency.tied}, {@code emergency.call} for a call that is not
   *     hers or over, {@code emergency.two} when that caller has another one open
   */
  @Transactional
  public void tie(OrganizationId organization, EmergencyId id, CallId to) {
    var one = store.find(organization, id).orElseThrow(Emergency::unknown);
    if (!isMine(one)) {
      throw Refused.denied("emergency.not_yours");
    }
    if (one.call().filter(to.value()::equals).isPresent()) {
      return;
    }
    Emergency.requireOpen(one.closed().isEmpty());
    var call = calls.alone(organization, to);
    requireHers(call);
    if (!ties.tie(one, call)) {
      throw Refused.conflict("emergency.tied");
    }
    var number = call.line().other().map(Phone::shown).orElse("");
    if (one.given().callback().isEmpty() && !number.isEmpty()) {
      store.place(one, one.given().place(), number);
    }
    log.changed(one, "call", number);
    patients.settle(call);
  }

  private void requireHers(Call call) {
    if (!call.isOf(me()) || !call.state().live()) {
      throw Refused.conflict("emergency.call");
    }
    if (store.inCall(call.organization(), call.id()).stream()
        .anyMatch(other -> other.closed().isEmpty() && isMine(other))) {
      throw Refused.conflict("emergency.two");
    }
  }

  private static boolean isMine(Emergency one) {
    return one.openedBy().equals(me());
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
