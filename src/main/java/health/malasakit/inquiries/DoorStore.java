package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallEvent.Kind;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What telephone systems call our calls, and what they told before they told of the call. */
@Repository
class DoorStore {

  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('inquiries.door ' || cast(:system as text) || ' ' || :outside, 0))
      """;

  private static final String FIND =
      """
      select organization_id, call_id from access.call_of_telephone(:system, :outside)
      """;

  /** Of a caller who was unknown until now. */
  private static final String CALLER =
      """
      update inquiries.call
         set other_number = :number, other_digits = :digits, language = coalesce(nullif(language, ''), :language),
             queue = coalesce(nullif(queue, ''), :queue)
       where organization_id = :organization and call_id = :id and other_number is null
      """;

  private static final String KEEP =
      """
      insert into inquiries.early_event (system_id, outside_id, kind, at, extension, handed_to, arrived_at)
      values (:system, :outside, :kind, :at, :extension, :to, :now)
      on conflict (system_id, outside_id, kind, at, extension) do nothing
      """;

  private static final String GIVE =
      """
      delete from inquiries.early_event where system_id = :system and outside_id = :outside
      returning kind, at, extension, handed_to
      """;

  private static final String FORGET =
      """
      delete from inquiries.early_event where arrived_at < :before
      """;

  private final JdbcClient jdbc;

  DoorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whatever else is told of this call waits until this transaction has ended. */
  void alone(Call.Telephone telephone) {
    named(ALONE, telephone).query((row, n) -> "").single();
  }

  /** Where the call of that name is; empty when nothing rang under it yet. */
  Optional<Known> find(Call.Telephone telephone) {
    return named(FIND, telephone)
        .query((row, n) ->
            new Known(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new CallId(row.getObject("call_id", UUID.class))))
        .optional();
  }

  /** A ring told again says who rings. */
  void caller(Known known, Ring ring) {
    jdbc.sql(CALLER)
        .param("number", ring.from().map(Phone::written).orElse(null))
        .param("digits", ring.from().map(Phone::digits).orElse(null))
        .param("language", ring.language())
        .param("queue", ring.queue())
        .param("organization", known.organization().value())
        .param("id", known.call().value())
        .update();
  }

  /** A call of ours, by clinic and id. */
  record Known(OrganizationId organization, CallId call) {}

  void keep(Call.Telephone telephone, CallEvent event, Instant now) {
    named(KEEP, telephone)
        .param("kind", event.kind().code())
        .param("at", event.at().atOffset(UTC))
        .param("extension", event.extension())
        .param("to", event.to())
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** What was kept for this call; it is not kept any longer. */
  List<CallEvent> give(Call.Telephone telephone) {
    return named(GIVE, telephone)
        .query((row, n) ->
            new CallEvent(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("extension"),
                row.getString("handed_to")))
        .list();
  }

  int forget(Instant before) {
    return jdbc.sql(FORGET).param("before", before.atOffset(UTC)).update();
  }

  private JdbcClient.StatementSpec named(String statement, Call.Telephone telephone) {
    return jdbc.sql(statement)
        .param("system", telephone.system().value())
        .param("outside", telephone.outsideId());
  }

  /** The clock, transactions that a machine begins, and what is told in them. */
  @Component
  static class Work {

    private static final String JOB = "telephone";

    private final TransactionTemplate transactions;
    final ApplicationEventPublisher events;
    final Clock clock;

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

  /** Forgets what was told of calls that never rang. */
  @Configuration(proxyBeanMethods = false)
  static class Daily {

    private static final Duration EARLY_KEPT = Duration.ofDays(1);

    @Bean
    Recurring earlyCallEvents(DoorStore door, Work work, Clock clock) {
      return new Recurring(
          "inquiries.early-events",
          Duration.ofHours(1),
          () -> work.alone(() -> door.forget(clock.instant().minus(EARLY_KEPT))));
    }
  }
}
