package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.OpenCallStore;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaking;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * While a caller is on the line, records are open for whom the caller was proven, and for nobody
 * else; for nobody at all once three answers did not match. With several calls the one she speaks
 * on counts, then the one that is over by her word alone; while all wait, each of them does.
 */
@Component
public class CallerLimits implements CallerGate {

  /** A record that is not about the caller stays open so long. */
  private static final Duration ASIDE = Duration.ofMinutes(10);

  /** So long after she said that a call is over the telephone may still say that it goes on. */
  private static final Duration END_TOLD_WITHIN = Duration.ofMinutes(2);

  private static final int REASON_LENGTH_MAX = 300;

  private final GateStore store;
  private final OpenCallStore calls;
  private final Patients patients;
  private final Representatives representatives;
  private final Audit audit;
  private final Clock clock;

  CallerLimits(
      GateStore store,
      OpenCallStore calls,
      Patients patients,
      Representatives representatives,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.calls = calls;
    this.patients = patients;
    this.representatives = representatives;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Limits> limits(AccountId account, OrganizationId clinic) {
    var counting = counting(account);
    return counting.isEmpty() ? Optional.empty() : Optional.of(limits(account, clinic, counting));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean othersBook(AccountId account, OrganizationId clinic, PatientId patient) {
    var speaking =
        store.open(clinic, here(clinic, counting(account)), CallerChecks.FAILURES_MAX).stream()
            .filter(one -> one.patient().equals(patient))
            .flatMap(one -> one.representative().stream())
            .collect(Collectors.toSet());
    return representatives.speakingFor(clinic, patient).stream()
        .filter(one -> speaking.contains(one.representative().id()))
        .anyMatch(one -> one.may().contains(Speaking.BOOK));
  }

  private static List<CallId> here(OrganizationId clinic, List<OpenCall> counting) {
    return counting.stream()
        .filter(one -> one.organization().equals(clinic))
        .map(OpenCall::call)
        .toList();
  }

  private List<OpenCall> counting(AccountId account) {
    var hers = calls.hers(account, clock.instant().minus(END_TOLD_WITHIN));
    return OpenCall.spoken(hers.open())
        .or(hers::mayGoOn)
        .map(List::of)
        .orElseGet(() -> hers.open().stream().filter(one -> one.state().live()).toList());
  }

  private Limits limits(AccountId account, OrganizationId clinic, List<OpenCall> counting) {
    var proven = store.open(clinic, here(clinic, counting), CallerChecks.FAILURES_MAX);
    var open = new HashMap<PatientId, Depth>();
    proven.forEach(one -> open.merge(one.patient(), one.depth(), CallerLimits::further));
    var spoken = counting.stream().map(OpenCall::call).toList();
    var asides = store.asides(clinic, account, spoken, clock.instant().minus(ASIDE));
    asides.forEach(patient -> open.merge(patient, Depth.RECORD, CallerLimits::further));
    var others =
        proven.stream()
            .filter(one -> one.representative().isPresent())
            .map(Proven::patient)
            .collect(Collectors.toCollection(HashSet::new));
    proven.stream()
        .filter(one -> one.representative().isEmpty())
        .map(Proven::patient)
        .forEach(others::remove);
    asides.forEach(others::remove);
    return new Limits(page(counting.getFirst()), open, others);
  }

  private static Depth further(Depth one, Depth other) {
    return other.reaches(one) ? other : one;
  }

  private static String page(OpenCall live) {
    return "/calls/" + live.organization() + "/" + live.call();
  }

  /**
   * Opens a record that is not about the caller on the line, for ten minutes of this call.
   *
   * @throws Refused invalid, code {@code caller.aside}, without a reason; conflict, code {@code
   *     call.not_yours}, when the call is not hers or over; not found, when there is no such
   *     patient in this clinic
   */
  @Transactional
  public void aside(PatientId patient, CallId call, String reason) {
    requireAside(call, reason);
    var card =
        Optional.ofNullable(patients.cards(List.of(patient)).get(patient))
            .orElseThrow(Patients::notFound);
    var me = Scopes.current().account().orElseThrow();
    store.add(
        card.organization(),
        new GateStore.Aside(call, patient, me, reason.strip()),
        clock.instant());
    audit.done(
        Act.onPatient(card.organization(), "opened-aside", patient).of("call", call.value()));
  }

  /** A reason, and a call of hers whose caller is on the line. */
  void requireAside(CallId call, String reason) {
    if (reason.isBlank() || reason.strip().length() > REASON_LENGTH_MAX) {
      throw Refused.invalid("caller.aside", REASON_LENGTH_MAX).onField("reason");
    }
    var me = Scopes.current().account().orElseThrow();
    var live = calls.of(List.of(me)).stream().filter(one -> one.state().live());
    if (Stream.concat(live, counting(me).stream()).noneMatch(one -> one.call().equals(call))) {
      throw Refused.conflict("call.not_yours");
    }
  }
}
