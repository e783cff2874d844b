package health.malasakit.inquiries;

import health.malasakit.access.Organizations;
import health.malasakit.access.SignedInNow;
import health.malasakit.inquiries.CallStore.Step;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A caller who waits for an hour, or whose specialist is gone, goes to the lead. */
@Component
class CallsLeft {

  /** A caller who waits longer was forgotten. */
  static final Duration HELD_MAX = Duration.ofHours(1);

  /** Nobody waits as long as that without a word of the telephone: it is a missed call. */
  static final Duration SILENT_MAX = Duration.ofHours(2);

  private final CallStore store;
  private final NobodysCallStore nobodys;
  private final SignedInNow signedIn;
  private final Organizations clinics;
  private final Live live;
  private final TransactionTemplate transactions;
  private final Clock clock;

  CallsLeft(
      CallStore store,
      NobodysCallStore nobodys,
      SignedInNow signedIn,
      Organizations clinics,
      Live live,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.nobodys = nobodys;
    this.signedIn = signedIn;
    this.clinics = clinics;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** In every clinic where there is any, one after the other; says how many. */
  int noteAll() {
    return clinics.with(Organizations.Work.CALLS_OPEN, clock.instant()).stream()
        .mapToInt(this::note)
        .sum();
  }

  int note(OrganizationId clinic) {
    return Scopes.call(
        Scope.job(clinic, "calls-left"),
        () -> Objects.requireNonNull(transactions.execute(status -> noteHere(clinic))));
  }

  private int noteHere(OrganizationId clinic) {
    var now = clock.instant();
    var left = store.owned(clinic).stream().filter(call -> isLeft(call, now)).toList();
    left.forEach(call ->
        store.save(
            call.waitingForLead(Optional.of(now)), new Step("left", now, Optional.empty(), "")));
    var silent = nobodys.silentAlone(clinic, now.minus(SILENT_MAX));
    silent.forEach(call -> store.save(call.gone(now), new Step("gone", now, Optional.empty(), "")));
    if (!left.isEmpty() || !silent.isEmpty()) {
      live.changed(Calls.topic(clinic));
    }
    return left.size() + silent.size();
  }

  private boolean isLeft(Call call, Instant now) {
    var forgotten =
        call.state() == CallState.HELD
            && call.course()
                .at(CallEvent.Kind.HELD)
                .filter(since -> since.plus(HELD_MAX).isBefore(now))
                .isPresent();
    return forgotten || call.owner().filter(one -> !signedIn.is(one.account())).isPresent();
  }

  /** When it is done. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring callsToTheLead(CallsLeft left) {
      return new Recurring("inquiries.calls-left", Duration.ofMinutes(1), left::noteAll);
    }
  }
}
