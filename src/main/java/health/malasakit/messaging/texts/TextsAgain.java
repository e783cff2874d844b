package health.malasakit.messaging.texts;

import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.Handed;
import health.malasakit.messaging.texts.TextReplies.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An answer by itself that never left this machine, or of which the gateway took no more at that
 * moment, is tried again after 5, 15 and 60 seconds, by any node. One that may have left never is,
 * nor one after which something newer was said ({@link StillGoes}). Who listens to {@link
 * TextSettled} hears of the end alone.
 */
@Component
public class TextsAgain {

  /** Code of one that somebody closed the number for while it waited. */
  static final String CLOSED = "closed";

  /** Code of one to whose number something newer was said, or from which something newer came. */
  public static final String NEWER = "newer";

  private static final Logger LOG = LoggerFactory.getLogger(TextsAgain.class);

  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60));

  private static final int AT_ONCE = 8;

  private final TextsAgainStore store;
  private final GatewayDoor door;
  private final SettlingStore settling;
  private final StillGoes still;
  private final Organizations clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TextsAgain(
      TextsAgainStore store,
      GatewayDoor door,
      SettlingStore settling,
      StillGoes still,
      Organizations clinics,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.door = door;
    this.settling = settling;
    this.still = still;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * An answer that is on its way, with what it says, which is kept only while it waits.
   *
   * @param reach to which numbers it may go
   */
  public record Answer(Texts.Begun begun, String body, Reach reach) {

    OrganizationId organization() {
      return begun.organization();
    }

    @Override
    public String toString() {
      return "Answer[" + begun.id() + "]";
    }
  }

  /**
   * One that waits.
   *
   * @param key which says what it answers
   * @param tried how often it was handed over
   * @param begun when it was to go first
   */
  record Waiting(Answer answer, String key, int tried, Instant begun) {

    boolean ofDanger() {
      return key.endsWith("/danger");
    }

    @Override
    public String toString() {
      return "Waiting[" + answer + "]";
    }
  }

  /** Hands it over for the first time, as {@link Texts#handOver}. */
  public SentText handOver(Answer answer) {
    return handOver(answer, 0);
  }

  private SentText handOver(Answer answer, int before) {
    Texts.requireNoTransaction();
    var handed = door.hand(answer.begun(), answer.body());
    var now = clock.instant();
    var next = Texts.after(answer.begun().id(), handed, now);
    var carrier = handed instanceof Handed.Accepted yes ? yes.carrierId() : "";
    boolean again = before < PAUSES.size() && next.mayBeTriedAgain();
    transactions.executeWithoutResult(status -> {
      if (!again) {
        settling.ofSending(answer.organization(), next, carrier);
      } else if (settling.ofSendingAgain(answer.organization(), next)) {
        store.keep(answer, before + 1, now.plus(PAUSES.get(before)));
      }
    });
    return next;
  }

  /** In every clinic where there is any, one after the other; says of how many. */
  int tryAll() {
    return clinics.with(Organizations.Work.TEXTS_AGAIN, clock.instant()).stream()
        .mapToInt(this::tryHere)
        .sum();
  }

  int tryHere(OrganizationId clinic) {
    var due = in(clinic, () -> store.due(clinic, clock.instant()));
    try (var workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      due.forEach(one -> workers.execute(() -> tryOne(clinic, one)));
    }
    return due.size();
  }

  /** One that breaks holds no other up. */
  private void tryOne(OrganizationId clinic, Waiting one) {
    try {
      in(clinic, () -> taken(clinic, one))
          .ifPresent(answer ->
              Scopes.run(Scope.job(clinic, "texts-again"), () -> handOver(answer, one.tried())));
    } catch (RuntimeException broken) {
      LOG.error("The text {} is not tried again", one.answer().begun().id(), broken);
    }
  }

  private <T> T in(OrganizationId clinic, Supplier<T> work) {
    return Scopes.call(
        Scope.job(clinic, "texts-again"),
        () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
  }

  /** It is on its way again, and waits no more; what is not to go any more is given up. */
  private Optional<Answer> taken(OrganizationId clinic, Waiting one) {
    var id = one.answer().begun().id();
    var known = settling.alone(clinic, id).map(SettlingStore.Known::text);
    if (!store.take(one.answer()) || known.filter(SentText::mayBeTriedAgain).isEmpty()) {
      return Optional.empty();
    }
    var now = clock.instant();
    var why = still.whyNot(one, known.get(), now);
    if (why.isPresent()) {
      settling.settle(clinic, new SentText(id, TextState.REFUSED, why.get(), now), "");
      return Optional.empty();
    }
    settling.written(clinic, new SentText(id, TextState.SENDING, "", now), "");
    store.handed(one.answer(), now);
    return Optional.of(one.answer());
  }

  /** When it is done. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring textsTriedAgain(TextsAgain again) {
      return new Recurring("messaging.texts-again", Duration.ofSeconds(5), again::tryAll);
    }
  }
}
