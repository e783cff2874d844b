package health.malasakit.kernel.events;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives events again whose reaction has not ended, whichever node they came from, until they are
 * taken or have been given often enough. A reaction may so see an event twice, and must not mind.
 */
@Configuration(proxyBeanMethods = false)
class Redelivery {

  /** Once, and ten times again; then a person has to look. */
  private static final int GIVEN_MAX = 11;

  private static final Duration ARCHIVE_KEPT = Duration.ofDays(30);
  private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);

  private final PublicationStore store;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Duration age;

  Redelivery(
      PublicationStore store,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${malasakit.events.again-after:60s}") Duration age) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.age = age;
  }

  @Bean
  Recurring eventsAgain(AbstractApplicationContext context, EventSerializer serializer) {
    var every = age.dividedBy(4);
    return new Recurring("kernel.events-again", every, () -> again(context, serializer));
  }

  @Bean
  Recurring eventsForgotten() {
    return new Recurring("kernel.events-forgotten", Duration.ofHours(1), this::forget);
  }

  private void again(AbstractApplicationContext context, EventSerializer serializer) {
    List<PublicationRow> claimed =
        transactions.execute(status -> store.claim(clock.instant(), age, GIVEN_MAX));
    for (var publication : claimed) {
      give(context, serializer, publication);
    }
    giveUp();
  }

  private static void give(
      AbstractApplicationContext context, EventSerializer serializer, PublicationRow publication) {
    var reaction = reaction(context, publication.listener());
    var type = typeOf(publication.type());
    if (reaction.isEmpty() || type.isEmpty()) {
      LOG.warn("Nobody here reacts to {} as {}", publication.type(), publication.listener());
      return;
    }
    Object event = serializer.deserialize(publication.event(), type.get());
    reaction.get().processEvent(new PayloadApplicationEvent<>(context, event));
  }

  @SuppressWarnings("unchecked") // every listener of payloads takes a payload event
  private static Optional<TransactionalApplicationListener<PayloadApplicationEvent<Object>>>
      reaction(AbstractApplicationContext context, String id) {
    return context.getApplicationListeners().stream()
        .filter(TransactionalApplicationListener.class::isInstance)
        .map(listener ->
            (TransactionalApplicationListener<PayloadApplicationEvent<Object>>) listener)
        .filter(listener -> listener.getListenerId().equals(id))
        .findFirst();
  }

  private static Optional<Class<?>> typeOf(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException removed) {
      return Optional.empty();
    }
  }

  private void giveUp() {
    var incident = Ids.next();
    var lost =
        transactions.execute(status -> store.giveUp(incident, clock.instant(), age, GIVEN_MAX));
    if (!lost.isEmpty()) {
      LOG.error(
          "Incident {}: event {} was given {} times in vain", incident, lost.getFirst(), GIVEN_MAX);
      giveUp();
    }
  }

  private void forget() {
    transactions.execute(status -> store.forget(clock.instant().minus(ARCHIVE_KEPT)));
  }
}
