package health.malasakit.inquiries;

import health.malasakit.access.Colleagues;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calls at the clinics in scope, and what a person does with them. */
@Component
public class Calls {

  /** So many callers of one person may wait on hold. */
  public static final int PARKED_MAX = 3;

  /** What was longer ago is no call any more. */
  private static final Duration ENTERED_WITHIN = Duration.ofDays(30);

  private final CallStore store;
  private final Colleagues colleagues;
  private final CallSteps steps;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Calls(
      CallStore store,
      Colleagues colleagues,
      CallSteps steps,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.colleagues = colleagues;
    this.steps = steps;
    this.events = events;
    this.clock = clock;
  }

  /** Mine that are not written up, the one I speak on first, then the oldest. */
  @Transactional(readOnly = true)
  public List<Call> mine() {
    var mine = store.of(me(), Scopes.current().organizations());
    var current =
        mine.stream()
            .filter(call -> call.state() == CallState.TALKING)
            .max((a, b) -> a.spokenSince().compareTo(b.spokenSince()));
    return Stream.concat(
            current.stream(), mine.stream().filter(one -> !current.equals(Optional.of(one))))
        .toList();
  }

  /**
   * One call.
   *
   * @throws Refused not found, code {@code call.unknown}
   */
  @Transactional(readOnly = true)
  public Call get(OrganizationId organization, CallId id) {
    return store.find(organization, id).orElseThrow(Calls::unknown);
  }

  /** A call that no telephone system told of; it is its opener's from the start. */
  @Transactional
  public CallId open(OrganizationId organization, Call.Direction direction, Optional<Phone> other) {
    requireFree();
    var now = clock.instant();
    var line = new Call.Line(direction, other, "", "", "");
    var call = Call.begun(organization, Optional.empty(), line, now);
    store.add(call);
    written(call.take(me(), now), "opened");
    return call.id();
  }

  /**
   * A call that is over: it was taken while the line or the program was down, and is entered now.
   *
   * @param happened when it was
   * @throws Refused invalid, code {@code call.long_ago}, when that is over thirty days ago
   */
  @Transactional
  public CallId enter(OrganizationId organization, Call.Line line, Instant happened) {
    var now = clock.instant();
    if (happened.isBefore(now.minus(ENTERED_WITHIN))) {
      throw Refused.invalid("call.long_ago", ENTERED_WITHIN.toDays()).onField("day");
    }
    var call = Call.begun(organization, Optional.empty(), line, happened).enteredAt(now);
    store.add(call);
    written(call.take(me(), happened).end(me(), happened), "entered");
    return call.id();
  }

  /**
   * Takes a call that is nobody's.
   *
   * @throws Refused conflict, code {@code call.taken} when somebody was faster, {@code call.busy}
   *     while she speaks on another
   */
  @Transactional
  public void take(OrganizationId organization, CallId id) {
    var call = alone(organization, id);
    call.owner()
        .filter(one -> !one.account().equals(me()))
        .ifPresent(one -> refuseTaken(one.account()));
    if (call.isOf(me())) {
      return;
    }
    var taken = call.take(me(), clock.instant());
    if (taken.state().live()) {
      requireFree();
    }
    written(taken, "taken");
    events.publishEvent(new CallTaken(organization, id, me()));
  }

  /**
   * Lets the caller wait.
   *
   * @throws Refused conflict, code {@code call.parked} when three wait already
   */
  @Transactional
  public void park(OrganizationId organization, CallId id) {
    if (mine().stream().filter(call -> call.state() == CallState.HELD).count() >= PARKED_MAX) {
      throw Refused.conflict("call.parked", PARKED_MAX);
    }
    change(organization, id, "held", call -> call.park(me(), clock.instant()));
  }

  /** Speaks with the caller again; whoever she speaks with now waits instead. */
  @Transactional
  public void resume(OrganizationId organization, CallId id) {
    parkMine();
    change(organization, id, "resumed", call -> call.resume(me(), clock.instant()));
  }

  /** Whoever she speaks with now waits. */
  void parkMine() {
    talking()
        .forEach(call ->
            change(call.organization(), call.id(), "held", one -> one.park(me(), clock.instant())));
  }

  /** It is over, as she says. */
  @Transactional
  public void end(OrganizationId organization, CallId id) {
    change(organization, id, "ended", call -> call.end(me(), clock.instant()));
  }

  /** It is written up, or dealt with: whoever is still on the line is let go first. */
  @Transactional
  Call close(OrganizationId organization, CallId id) {
    var call = alone(organization, id);
    var over = call.state().live() ? call.end(me(), clock.instant()) : call;
    var closed = over.close(me(), clock.instant());
    written(closed, "closed");
    events.publishEvent(new CallClosed(organization, id));
    return closed;
  }

  /** Her own page of the call is open: it opens no more by itself. */
  @Transactional
  public void seen(OrganizationId organization, CallId id) {
    var call = get(organization, id);
    if (!call.opened(me(), clock.instant()).equals(call)) {
      change(organization, id, "seen", one -> one.opened(me(), clock.instant()));
    }
  }

  private void change(
      OrganizationId organization, CallId id, String step, UnaryOperator<Call> how) {
    var call = alone(organization, id);
    var next = how.apply(call);
    if (!next.equals(call)) {
      written(next, step);
    }
  }

  /** The call, which nobody else changes until this transaction has ended. */
  @Transactional
  public Call alone(OrganizationId organization, CallId id) {
    return store.alone(organization, id).orElseThrow(Calls::unknown);
  }

  private void written(Call call, String step) {
    steps.written(call, step, me());
  }

  /** Who speaks on one call parks it before she takes another. */
  private void requireFree() {
    if (!talking().isEmpty()) {
      throw Refused.conflict("call.busy");
    }
  }

  private List<Call> talking() {
    store.oneAtATime(me());
    return mine().stream().filter(call -> call.state() == CallState.TALKING).toList();
  }

  private void refuseTaken(AccountId by) {
    var name = colleagues.names(List.of(by)).getOrDefault(by, "");
    throw name.isEmpty() ? Refused.conflict("call.taken") : Refused.conflict("call.taken/by", name);
  }

  /** What pages about a clinic's calls listen for. */
  public static String topic(OrganizationId organization) {
    return "calls/" + organization;
  }

  private static Refused unknown() {
    return Refused.notFound("call.unknown");
  }

  private static AccountId me() {
    return Scopes.current()
        .account()
        .orElseThrow(() -> new IllegalStateException("A job takes no calls"));
  }
}
