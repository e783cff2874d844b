package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How often a caller was asked, and what came of it: which facts, never what was said of them. */
@Component
class Tries {

  private final GateStore store;
  private final Calls calls;
  private final Parties parties;
  private final Guesses guesses;
  private final Live live;
  private final Clock clock;

  Tries(GateStore store, Calls calls, Parties parties, Guesses guesses, Live live, Clock clock) {
    this.store = store;
    this.calls = calls;
    this.parties = parties;
    this.guesses = guesses;
    this.live = live;
    this.clock = clock;
  }

  /**
   * What came of an asking.
   *
   * @param code as in {@link GateTry}
   */
  record Outcome(List<Fact> matched, Optional<PatientId> patient, String code) {

    static Outcome ofNobody(List<Fact> matched, String code) {
      return new Outcome(matched, Optional.empty(), code);
    }
  }

  /**
   * The next asking in a call of hers, which nobody else changes until this transaction has ended.
   *
   * @throws Refused conflict, code {@code call.not_yours}
   */
  Asking next(OrganizationId organization, CallId id, Said said) {
    var call = calls.alone(organization, id);
    if (!call.isOf(me()) || !call.asks()) {
      throw Refused.conflict("call.not_yours");
    }
    return new Asking(call, store.tries(organization, id), said, party(call, said.caller()));
  }

  private Optional<Party> party(Call call, CallerKind caller) {
    return caller.party()
        ? parties.of(call).filter(one -> one.verified() && one.sort().kind() == caller)
        : Optional.empty();
  }

  /** Refuses, code {@code caller.closed}, after too many answers that did not match. */
  static void requireLeft(Asking asking) {
    if (Asking.failures(asking.before()) >= CallerChecks.FAILURES_MAX) {
      throw Refused.conflict("caller.closed");
    }
  }

  void written(Asking asking, Outcome outcome) {
    var call = asking.call();
    store.add(
        new GateTry(
            call.organization(),
            call.id(),
            asking.before().size() + 1,
            asking.said().caller(),
            asking.asked(),
            outcome.matched(),
            outcome.code(),
            outcome.patient(),
            me(),
            clock.instant()));
    live.changed(Calls.topic(call.organization()));
  }

  Answer noMatch(Asking asking, List<Fact> matched) {
    written(asking, Outcome.ofNobody(matched, GateTry.NO_MATCH));
    guesses.wrong(asking);
    return new Answer.NoMatch(CallerChecks.FAILURES_MAX - Asking.failures(asking.before()) - 1);
  }

  /** Nothing is compared, and nothing is counted. */
  Answer tooMany(Asking asking) {
    written(asking, Outcome.ofNobody(List.of(), GateTry.TOO_MANY));
    return new Answer.TooMany();
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
