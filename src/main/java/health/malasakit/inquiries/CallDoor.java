package health.malasakit.inquiries;

import health.malasakit.access.Digests;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.CallStore.Step;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.live.Live;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where telephone systems tell of calls. What they tell may come in any order, twice or not at all;
 * what comes before the call itself is kept for it.
 */
@Component
public class CallDoor {

  private static final Logger LOG = LoggerFactory.getLogger(CallDoor.class);

  private final TelephoneStore telephones;
  private final DoorStore door;
  private final Seated seated;
  private final CallStore calls;
  private final Clinics clinics;
  private final SecondCalls second;
  private final Live live;
  private final DoorStore.Work work;

  CallDoor(
      TelephoneStore telephones,
      DoorStore door,
      Seated seated,
      CallStore calls,
      Clinics clinics,
      SecondCalls second,
      Live live,
      DoorStore.Work work) {
    this.telephones = telephones;
    this.door = door;
    this.seated = seated;
    this.calls = calls;
    this.clinics = clinics;
    this.second = second;
    this.live = live;
    this.work = work;
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
   * A call rings. The number that was dialled first decides the clinic: told again, it is the same
   * call, whatever number it says then.
   *
   * @throws Refused invalid, code {@code call.number} when no clinic of this system has the number
   */
  public Rang rang(Showing showing, Ring ring) {
    var telephone = new Call.Telephone(showing.system(), ring.outsideId());
    var heard = rang(telephone, known(telephone).orElseGet(() -> clinic(showing, ring)), ring);
    settled(heard.call());
    return new Rang(heard.call().organization(), heard.call().id(), heard.first());
  }

  private OrganizationId clinic(Showing showing, Ring ring) {
    return dialled(showing, ring.to())
        .orElseThrow(() -> Refused.invalid("call.number").onField("to"));
  }

  /** The clinic in which it rang. */
  private Optional<OrganizationId> known(Call.Telephone telephone) {
    return work.alone(() -> door.find(telephone)).map(DoorStore.Known::organization);
  }

  /** Of two that ring at the same moment at two clinics the first stands. */
  private Heard rang(Call.Telephone telephone, OrganizationId clinic, Ring ring) {
    return work.in(clinic, () -> rangHere(telephone, clinic, ring))
        .orElseGet(() -> rang(telephone, known(telephone).orElseThrow(), ring));
  }

  private record Heard(Call call, boolean first) {}

  /** Whose call it is by now speaks with this caller, or with a later one. */
  private void settled(Call call) {
    call.owner()
        .filter(one -> call.state() == CallState.TALKING)
        .ifPresent(one -> second.settle(one.account(), work));
  }

  private Optional<Heard> rangHere(Call.Telephone telephone, OrganizationId clinic, Ring ring) {
    door.alone(telephone);
    var known = door.find(telephone);
    if (known.isPresent()) {
      return known
          .filter(one -> one.organization().equals(clinic))
          .map(one -> new Heard(again(telephone, one, ring), false));
    }
    var call =
        begun(telephone, clinic, ring)
            .heard(CallEvent.of(CallEvent.Kind.RINGING, work.clock.instant()), Optional.empty());
    calls.add(call);
    for (var event : door.give(telephone)) {
      call = heard(call, event);
    }
    told(call, telephone, ring);
    return Optional.of(new Heard(call, true));
  }

  private Call again(Call.Telephone telephone, DoorStore.Known known, Ring ring) {
    var same = heard(known, CallEvent.of(CallEvent.Kind.RINGING, work.clock.instant()));
    if (!same.line().own().equals(ring.to().shown())) {
      LOG.warn("A call of telephone system {} rang again with another number", telephone.system());
    }
    if (same.line().other().isEmpty() && ring.from().isPresent()) {
      door.caller(known, ring);
      told(same, telephone, ring);
    }
    return same;
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
