package health.malasakit.messaging.texts;

import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A text whose sender ended before the gateway's answer was written down is in doubt. */
@Component
class TextsLeft {

  private final TextStore store;
  private final SettlingStore settling;
  private final Organizations clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TextsLeft(
      TextStore store,
      SettlingStore settling,
      Organizations clinics,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.settling = settling;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** In every clinic where there is any, one after the other; says how many. */
  int noteAll() {
    return clinics
        .with(Organizations.Work.ON_THE_WAY, clock.instant().minus(SentText.SENDING_MAX))
        .stream()
        .mapToInt(this::note)
        .sum();
  }

  int note(OrganizationId clinic) {
    return Scopes.call(
        Scope.job(clinic, "texts-left"),
        () -> Objects.requireNonNull(transactions.execute(status -> noteHere(clinic))));
  }

  private int noteHere(OrganizationId clinic) {
    var now = clock.instant();
    return (int)
        store.left(clinic, now.minus(SentText.SENDING_MAX)).stream()
            .map(one -> new SentText(one.id(), TextState.IN_DOUBT, SentText.INTERRUPTED, now))
            .filter(next -> settling.ofSending(clinic, next, ""))
            .count();
  }

  /** When it is done. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring textsInDoubt(TextsLeft left) {
      return new Recurring("messaging.texts-left", Duration.ofMinutes(1), left::noteAll);
    }
  }
}
