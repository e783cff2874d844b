package health.malasakit.inquiries.outbound;

import health.malasakit.access.Colleagues;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.CallState;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.CallAttemptStore.Said;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Dialling a patient's number, and what came of it. */
@Component
public class CallAttempts {

  /** Who has not said after so long what came of it has gone on to something else. */
  static final Duration FORGOTTEN = Duration.ofMinutes(15);

  private static final int REASON_LENGTH_MAX = 300;

  private final CallAttemptStore store;
  private final CallBacks callBacks;
  private final Around around;
  private final Calls calls;
  private final Audit audit;
  private final Clock clock;

  CallAttempts(
      CallAttemptStore store,
      CallBacks callBacks,
      Around around,
      Calls calls,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.callBacks = callBacks;
    this.around = around;
    this.calls = calls;
    this.audit = audit;
    this.clock = clock;
  }

  /** What decides whether a number is dialled. */
  @Component
  record Around(SafeNumbers numbers, OutboundRules rules, Colleagues colleagues) {}

  /** Those about one matter, in order; 200 at most. */
  @Transactional(readOnly = true)
  public List<Attempt> of(CallBack about) {
    return store.of(about);
  }

  /** The last about each of these matters of a clinic; nothing about one never tried. */
  @Transactional(readOnly = true)
  public Map<CallBackId, Attempt> last(OrganizationId organization, Collection<CallBackId> about) {
    return store.last(organization, about).stream()
        .collect(Collectors.toMap(Attempt::callBack, one -> one));
  }

  /** Those of a patient that are over, the latest first; 100 at most. */
  @Transactional(readOnly = true)
  public List<Attempt> of(OrganizationId organization, PatientId patient) {
    return store.of(organization, patient);
  }

  /** Those under way at these clinics; 500 at most. */
  @Transactional(readOnly = true)
  public List<Attempt> underWay(Collection<OrganizationId> where) {
    return store.open(where).stream().filter(this::fresh).toList();
  }

  /** Her numbers in her order, as they stand now. */
  @Transactional(readOnly = true)
  public List<SafeNumber> numbers(CallBack about, Patient patient) {
    return around.numbers().of(about, patient, clock.instant());
  }

  /** Those about which none of the patient's numbers may be dialled now. */
  @Transactional(readOnly = true)
  public Set<CallBackId> ringNobody(Collection<CallBack> about) {
    return around.numbers().none(about, clock.instant());
  }

  /** How the attempts fall so far; her zone is known. */
  @Transactional(readOnly = true)
  public Spread spread(CallBack about, ZoneId zone) {
    return new Spread(
        around.rules().of(about.organization()), about.plan().hours(zone), store.of(about));
  }

  /** Whether somebody is dialling and may still say what comes of it. */
  public boolean fresh(Attempt one) {
    return one.result().isEmpty() && one.begunAt().plus(FORGOTTEN).isAfter(clock.instant());
  }

  /**
   * Dials one of her safe numbers. While another person does, it is refused with her name.
   *
   * @param despite why, although the clinic's rule speaks against it; empty when it does not
   * @throws Refused conflict, codes {@code attempt.hour}, {@code attempt.number}, {@code
   *     attempt.dialling}, {@code attempt.dialling/about}, {@code call.busy}, {@code
   *     call_back.closed}, and those of the rule
   */
  @Transactional
  public void dial(CallBack seen, Patient patient, Phone number, String despite) {
    var about = callBacks.alone(seen).requireOpen();
    var now = clock.instant();
    if (under(about, now).isPresent()) {
      return;
    }
    requireFree();
    var zone = zone(about, patient);
    var spread = spread(about, zone);
    if (!spread.hours().allow(now)) {
      throw Refused.conflict("attempt.hour", Moments.clock(now, zone));
    }
    requireSafe(around.numbers().of(about, patient, now), number);
    var reason = despite.strip();
    if (reason.length() > REASON_LENGTH_MAX) {
      throw Refused.invalid("attempt.despite", REASON_LENGTH_MAX).onField("despite");
    }
    spread
        .against(number, now)
        .filter(no -> reason.isEmpty())
        .ifPresent(no -> {
          throw no.onField("despite");
        });
    var one = begun(about, number, zone, reason);
    if (!store.add(about, one)) {
      throw Refused.conflict("attempt.dialling");
    }
    audit.done(
        Act.onPatient(about.organization(), "dialled", about.patient())
            .of("call_back", about.id().value()));
    callBacks.plan(about.bestAt(about.plan().nextAt()));
  }

  private Attempt begun(CallBack about, Phone number, ZoneId zone, String despite) {
    return new Attempt(
        Ids.next(),
        about.id(),
        number,
        zone,
        clock.instant(),
        me(),
        despite,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The one that I began about this already; while she is dialled by another, or about something
   * else, it is refused, unless that was forgotten.
   */
  private Optional<Attempt> under(CallBack about, Instant now) {
    var open = store.underWay(about.organization(), about.patient());
    var mine = open.filter(one -> one.by().equals(me()));
    if (mine.filter(one -> one.callBack().equals(about.id())).isPresent()) {
      return mine;
    }
    if (mine.filter(this::fresh).isPresent()) {
      throw Refused.conflict("attempt.dialling/about");
    }
    open.filter(this::fresh)
        .ifPresent(one -> {
          var name = around.colleagues().names(List.of(one.by())).getOrDefault(one.by(), "");
          throw name.isEmpty()
              ? Refused.conflict("attempt.dialling")
              : Refused.conflict("attempt.dialling/by", name);
        });
    open.ifPresent(one -> store.say(about.organization(), said(one, Result.NOT_SAID), now));
    return Optional.empty();
  }

  private static void requireSafe(List<SafeNumber> numbers, Phone number) {
    if (numbers.stream().noneMatch(one -> one.phone().sameLineAs(number) && one.mayRing())) {
      throw Refused.conflict("attempt.number");
    }
  }

  private void requireFree() {
    if (calls.mine().stream().anyMatch(call -> call.state() == CallState.TALKING)) {
      throw Refused.conflict("call.busy");
    }
  }

  /** Of her record before what was said for this call alone. */
  public static ZoneId zone(CallBack about, Patient patient) {
    return patient
        .facts()
        .zone()
        .or(() -> about.plan().zone())
        .orElseThrow(() -> Refused.conflict("attempt.zone"));
  }

  private static Said said(Attempt one, Result result) {
    return new Said(one.id(), result, null, null);
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
