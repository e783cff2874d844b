package health.malasakit.messaging.ledger;

import health.malasakit.access.Organizations;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, of one clinic after the other, several recipients at once. Whatever goes wrong
 * with one of them stops no other.
 */
@Component
public class LedgerRun {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerRun.class);
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final Duration LEFT_EVERY = Duration.ofMinutes(1);
  private static final int AT_ONCE = 4;

  private final EntryReadStore lines;
  private final Rules rules;
  private final Parcels parcels;
  private final Sending sending;
  private final Following following;
  private final Organizations organizations;
  private final TransactionTemplate transactions;
  private final Clock clock;

  LedgerRun(
      EntryReadStore lines,
      Rules rules,
      Parcels parcels,
      Sending sending,
      Following following,
      Organizations organizations,
      TransactionTemplate transactions,
      Clock clock) {
    this.lines = lines;
    this.rules = rules;
    this.parcels = parcels;
    this.sending = sending;
    this.following = following;
    this.organizations = organizations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Of every clinic that sends, a round of each in turn until nothing is due; says how many lines
   * changed. What goes wrong with one clinic stops no other.
   */
  public int sendAll() {
    int changed = 0;
    var going = organizations.withMessagesDue(clock.instant());
    while (!going.isEmpty()) {
      List<OrganizationId> again = new ArrayList<>();
      for (var clinic : going) {
        int round = unlessBroken(() -> round(clinic));
        changed += round;
        if (round > 0) {
          again.add(clinic);
        }
      }
      going = again;
    }
    return changed;
  }

  private int interrupted(OrganizationId clinic) {
    return Scopes.call(
        Scope.job(clinic, "messages"),
        () -> {
          following.interrupted(clinic);
          return 0;
        });
  }

  @SuppressWarnings("IllegalCatch") // the edge of a job: one clinic stops no other
  private static int unlessBroken(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (RuntimeException broken) {
      LOG.error("Incident {}: messages of a clinic stand still", Ids.next(), broken);
      return 0;
    }
  }

  /** Also of clinics that send no more: what was on its way when the sender ended is in doubt. */
  public void noteInterrupted() {
    organizations
        .with(Organizations.Work.ON_THE_WAY, clock.instant().minus(Following.SENDING_MAX))
        .forEach(clinic -> unlessBroken(() -> interrupted(clinic)));
  }

  /** Of one clinic, until nothing is due; nothing of a clinic that does not send. */
  public int send(OrganizationId clinic) {
    int changed = 0;
    int round = round(clinic);
    while (round > 0) {
      changed += round;
      round = round(clinic);
    }
    return changed;
  }

  private int round(OrganizationId clinic) {
    return Scopes.call(
        Scope.job(clinic, "messages"),
        () -> {
          following.interrupted(clinic);
          if (!inTransaction(() -> rules.of(clinic).sends())) {
            return 0;
          }
          following.follow(clinic);
          return sendRound(clinic);
        });
  }

  private int sendRound(OrganizationId clinic) {
    try (var workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      return due(clinic).stream()
          .map(parcel -> workers.submit(() -> sendOne(clinic, parcel)))
          .toList()
          .stream()
          .mapToInt(LedgerRun::changed)
          .sum();
    }
  }

  private static int changed(Future<Integer> one) {
    try {
      return one.get();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    }
  }

  private List<Parcels.Parcel> due(OrganizationId clinic) {
    var now = clock.instant();
    var tonight = now.plus(Parcels.SAME_DAY);
    return parcels.of(
        clinic,
        inTransaction(() -> lines.due(clinic, now)),
        who -> inTransaction(() -> lines.reminders(clinic, who, now, tonight)),
        now);
  }

  @SuppressWarnings("IllegalCatch") // the edge of a job: one bad patient stops no other
  private int sendOne(OrganizationId clinic, Parcels.Parcel parcel) {
    return Scopes.call(
        Scope.job(clinic, "messages"),
        () -> {
          try {
            return sending.send(clinic, parcel.lines());
          } catch (RuntimeException broken) {
            var incident = Ids.next();
            LOG.error("Incident {}: a message could not be sent", incident, broken);
            inTransaction(() -> sending.putOff(clinic, parcel.lines()));
            return 0;
          }
        });
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  /** When it is done. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring messagesDue(LedgerRun run) {
      return new Recurring("messaging.due", EVERY, run::sendAll);
    }

    @Bean
    Recurring mailsLeft(LedgerRun run) {
      return new Recurring("messaging.mails-left", LEFT_EVERY, run::noteInterrupted);
    }
  }
}
