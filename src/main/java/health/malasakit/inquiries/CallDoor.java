package health.malasakit.inquiries;

import health.malasakit.access.Digests;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.CallStore.Step;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where telephone systems tell of calls. What they tell may come in any order, twice or not at all;
 * what comes before the call itself is kept for it.
 */
@Component
public class CallDoor {

  private static final String JOB = "telephone";

  private final TelephoneStore telephones;
  private final DoorStore door;
  private final Seated seated;
  private final CallStore calls;
  private final Clinics clinics;
  private final SecondCalls second;
  private final Live live;
  private final Work work;

  CallDoor(
      TelephoneStore telephones,
      DoorStore door,
      Seated seated,
      CallStore calls,
      Clinics clinics,
      SecondCalls second,
      Live live,
      Work work) {
    this.telephones = telephones;
    this.door = door;
    this.seated = seated;
    this.calls = calls;
    this.clinics = clinics;
    this.second = second;
    this.live = live;
    this.work = work;
  }

  /** The clock, transactions that a machine begins, and what is told in them. */
  @Component
  static class Work {

    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Work(PlatformTransactionManager manager, ApplicationEventPublisher events, Clock clock) {
      this.transactions = new TransactionTemplate(manager);
      this.events = events;
      this.clock = clock;
    }

    <T> T in(OrganizationId organization, Supplier<T> act) {
      return Scopes.call(Scope.job(organization, JOB), () -> alone(act));
    }

    /** Without a scope: no table of a clinic can be asked. */
    <T> T alone(Supplier<T> act) {
      return Objects.requireNonNull(transactions.execute(status -> act.get()));
    }
  }

  /** A telephone system that showed its token, and the clinics for which it may ring. */
  public record Showing(TelephoneId system, Set<OrganizationId> clinics) {}

  /** Whose token this is; empty when it is nobody's, or rings for no clinic. */
  public Optional<Showing> showing(String token) {
    return work.alone(() -> telephones.showing(Digests.sha256(token)));
  }

  /** The same for a job. */
  public Showing showing(TelephoneId system) {
    return work.alone(() -> new Showing(system, Set.copyOf(telephones.clinics(system))));
  }

  /** Whose number it is, of the clinics for which the system rings. */
  public Optional<OrganizationId> dialled(Showing showing, Phone number) {
    return work.alone(() -> clinics.byDialledNumber(number)).filter(showing.clinics()::contains);
  }

  /**
   * A call of ours, by clinic and id.
   *
   * @param first whether it was told of for the first time
   */
  public record Rang(OrganizationId organization, CallId call, boolean first) {}

  /**
   * A call rings. The dialled number decides the clinic.
   *
   * @throws Refused invalid, code {@code call.number} when no clinic of this system has the number
   */
  public Rang rang(Showing showing, Ring ring) {
    var clinic =
        dialled(showing, ring.to()).orElseThrow(() -> Refused.invalid("call.number").onField("to"));
    var telephone = new Call.Telephone(showing.system(), ring.outsideId());
    var heard = work.in(clinic, () -> rang(telephone, clinic, ring));
    settled(heard.call());
    return new Rang(clinic, heard.call().id(), heard.first());
  }

  private record Heard(Call call, boolean first) {}

  /** Whose call it is by now speaks with this caller, or with a later one. */
  private void settled(Call call) {
    call.owner()
        .filter(one -> call.state() == CallState.TALKING)
        .ifPresent(one -> second.settle(one.account(), work));
  }

  private Heard rang(Call.Telephone telephone, OrganizationId clinic, Ring ring) {
    door.alone(telephone);
    var known = door.find(telephone);
    if (known.isPresent()) {
      var again = CallEvent.of(CallEvent.Kind.RINGING, work.clock.instant());
      var same = heard(known.get(), again);
      if (same.line().other().isEmpty() && ring.from().isPresent()) {
        door.caller(known.get(), ring);
        told(same, telephone, ring);
      }
      return new Heard(same, false);
    }
    var call =
        begun(telephone, clinic, ring)
            .heard(CallEvent.of(CallEvent.Kind.RINGING, work.clock.instant()), Optional.empty());
    calls.add(call);
    for (var event : door.give(telephone)) {
      call = heard(call, event);
    }
    told(call, telephone, ring);
    return new Heard(call, true);
  }

  /**
   * A call rang, or rang again and says who rings; in the transaction in which it is kept.
   *
   * @param from the caller's number; empty when it was withheld
   */
  public record Rung(
      OrganizationId organization, CallId call, Call.Telephone telephone, Optional<Phone> from) {

    @Override
    public String toString() {
      return "Rung[" + call + "]";
    }
  }

  private void told(Call call, Call.Telephone telephone, Ring ring) {
    work.events.publishEvent(new Rung(call.organization(), call.id(), telephone, ring.from()));
    live.changed(Calls.topic(call.organization()));
  }

  /** The call of that name, when it rang already. */
  public Optional<Rang> find(Showing showing, String outsideId) {
    var telephone = new Call.Telephone(showing.system(), outsideId);
    return work.alone(() -> door.find(telephone))
        .map(known -> new Rang(known.organization(), known.call(), false));
  }

  /**
   * Something happened to a call.
   *
   * @return the call; empty when it has not rung yet, then what happened is kept for it
   */
  public Optional<CallId> heard(Showing showing, String outsideId, CallEvent event) {
    var telephone = new Call.Telephone(showing.system(), outsideId);
    var known = work.alone(() -> knownOrKept(telephone, event));
    known.ifPresent(one -> settled(work.in(one.organization(), () -> heard(one, event))));
    return known.map(DoorStore.Known::call);
  }

  /**
   * Something happened to a call that has not rung yet, and comes with more than its moment.
   *
   * @param keep what keeps that, in the transaction that keeps the moment
   * @return empty when it has rung: then nothing is kept
   */
  public <T> Optional<T> early(
      Showing showing, String outsideId, CallEvent event, Supplier<T> keep) {
    var telephone = new Call.Telephone(showing.system(), outsideId);
    return work.alone(() ->
        knownOrKept(telephone, event).isPresent() ? Optional.empty() : Optional.of(keep.get()));
  }

  private Optional<DoorStore.Known> knownOrKept(Call.Telephone telephone, CallEvent event) {
    door.alone(telephone);
    var known = door.find(telephone);
    if (known.isEmpty()) {
      door.keep(telephone, event, work.clock.instant());
    }
    return known;
  }

  private Call heard(DoorStore.Known known, CallEvent event) {
    var call = calls.alone(known.organization(), known.call()).orElseThrow();
    var next = heard(call, event);
    if (!next.equals(call)) {
      live.changed(Calls.topic(known.organization()));
    }
    return next;
  }

  private Call heard(Call call, CallEvent event) {
    var next = call.heard(event, seated.at(call, event));
    if (next.equals(call)) {
      return call;
    }
    calls.save(
        next, new Step(event.kind().code(), event.at(), Optional.empty(), event.extension()));
    return calls.find(call.organization(), call.id()).orElseThrow();
  }

  private static Call begun(Call.Telephone telephone, OrganizationId clinic, Ring ring) {
    var line =
        new Call.Line(
            Call.Direction.IN, ring.from(), ring.to().shown(), ring.queue(), ring.language());
    return Call.begun(clinic, Optional.of(telephone), line, ring.startedAt());
  }
}
