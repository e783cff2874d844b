package health.malasakit;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens on the nodes of a test, and what reacts to it. */
class Reaction {

  static final Duration EVERY = Duration.ofMillis(700);

  /** What reactions of this JVM saw. */
  static final List<Happened> TAKEN = new CopyOnWriteArrayList<>();

  static final List<String> SCOPES = new CopyOnWriteArrayList<>();
  static final List<UUID> FAILED = new CopyOnWriteArrayList<>();
  static final List<Instant> TICKS = new CopyOnWriteArrayList<>();
  static final List<Instant> HELD = new CopyOnWriteArrayList<>();

  /** Something happened. */
  record Happened(OrganizationId organization, UUID id, boolean bad) implements OrganizationEvent {}

  @Bean
  Listening listening() {
    return new Listening();
  }

  @Bean
  Recurring ticks() {
    return new Recurring("test.ticks", EVERY, () -> TICKS.add(Instant.now()));
  }

  /** Where nodes hang, the one that takes this work writes down that it began, and never ends. */
  @Bean
  Recurring held(JdbcClient jdbc) {
    return new Recurring("test.held", EVERY, () -> hold(jdbc));
  }

  private static void hold(JdbcClient jdbc) {
    if (!Boolean.getBoolean("test.reactions.hang")) {
      HELD.add(Instant.now());
      return;
    }
    jdbc.sql("insert into kernel.incident values (:id, now(), 'test', 'held', :id)")
        .param("id", Ids.next())
        .update();
    try {
      Thread.currentThread().join();
    } catch (InterruptedException killed) {
      Thread.currentThread().interrupt();
    }
  }

  /** The reaction. */
  static class Listening {

    @ApplicationModuleListener
    void on(Happened event) throws InterruptedException {
      if (Boolean.getBoolean("test.reactions.hang")) {
        Thread.currentThread().join();
      }
      if (event.bad()) {
        FAILED.add(event.id());
        throw new IllegalStateException("cannot");
      }
      SCOPES.add(Scopes.current().organizations() + " " + Scopes.current().actorName());
      TAKEN.add(event);
    }
  }

  /** Makes a node that publishes as soon as it runs, and never comes to the reaction. */
  static class Hanging {

    static final OrganizationId WHERE = OrganizationId.of("01990000-0000-7000-8000-000000000001");

    @Bean
    ApplicationRunner publishes(
        ApplicationEventPublisher events, TransactionTemplate transactions) {
      System.setProperty("test.reactions.hang", "true");
      return arguments ->
          transactions.executeWithoutResult(
              status -> events.publishEvent(new Happened(WHERE, Ids.next(), false)));
    }
  }
}
