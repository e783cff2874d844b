package health.malasakit.inquiries.outbound;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.CallAttemptStore.Said;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of dialling, and what follows from it. */
@Component
public class CallResults {

  private final CallAttemptStore store;
  private final CallAttempts attempts;
  private final CallBacks callBacks;
  private final NumberWords words;
  private final Calls calls;
  private final Audit audit;
  private final Clock clock;

  CallResults(
      CallAttemptStore store,
      CallAttempts attempts,
      CallBacks callBacks,
      NumberWords words,
      Calls calls,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.attempts = attempts;
    this.callBacks = callBacks;
    this.words = words;
    this.calls = calls;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What came of it. Somebody who answers and goes on is a call, whose page is named then.
   *
   * @param later for {@link Result#LATER} alone
   * @throws Refused conflict, code {@code attempt.said}
   */
  @Transactional
  public Optional<CallId> say(
      CallBack seen, Attempt attempt, Result result, Optional<Asked> later) {
    var about = callBacks.alone(seen).requireOpen();
    var call =
        result == Result.REACHED ? Optional.of(opened(about, attempt)) : Optional.<CallId>empty();
    var said = new Said(attempt.id(), result, later.map(Asked::at).orElse(null), call.orElse(null));
    if (!store.say(about.organization(), said, clock.instant())) {
      throw Refused.conflict("attempt.said");
    }
    result
        .ofNumber()
        .ifPresent(
            word -> words.say(about.organization(), about.patient(), attempt.number(), word));
    audit.done(
        Act.onPatient(about.organization(), "changed", about.patient())
            .of("call_back", about.id().value())
            .with(result.code()));
    if (later.isPresent()) {
      postponed(about, attempt.zone(), later.get());
    } else {
      callBacks.plan(about.bestAt(attempts.spread(about, attempt.zone()).best(clock.instant())));
    }
    return call;
  }

  /** A number that was stopped reaches her again. */
  @Transactional
  public void works(CallBack about, Phone number) {
    words.say(about.organization(), about.patient(), number, NumberWord.WORKS);
    callBacks.plan(callBacks.alone(about));
  }

  private CallId opened(CallBack about, Attempt attempt) {
    return calls.open(about.organization(), Call.Direction.OUT, Optional.of(attempt.number()));
  }

  /** Outside her usual hours it counts that once, with who said so. */
  private void postponed(CallBack about, ZoneId zone, Asked later) {
    var usual = new Hours(zone, about.plan().wish(), Optional.empty()).allow(later.at());
    var saidBy = usual ? later.saidBy() : Wish.saidBy(later.saidBy());
    callBacks.write(
        about.later(new Asked(later.at(), saidBy)), "later", later.at() + ", " + saidBy);
  }
}
