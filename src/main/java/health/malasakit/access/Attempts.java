package health.malasakit.access;

import health.malasakit.kernel.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts in the database, where all nodes agree. An attempt is taken before the password
 * is looked at and given back when it was right, so that many at once are no way around the count.
 */
@Component
class Attempts {

  /** What is counted: how many are free, the first wait (it doubles), and when all is forgotten. */
  enum Kind {
    ACCOUNT(5, Duration.ofSeconds(30), Duration.ofDays(1)),
    CODE(5, Duration.ofSeconds(30), Duration.ofDays(1)),
    UNLOCK(5, Duration.ofSeconds(30), Duration.ofHours(12)),
    /** A whole floor shares one address, so there are more; what was right is given back. */
    ADDRESS(60, Duration.ofMinutes(2), Duration.ofMinutes(15));

    final int free;
    final Duration firstWait;
    final Duration forgottenAfter;

    Kind(int free, Duration firstWait, Duration forgottenAfter) {
      this.free = free;
      this.firstWait = firstWait;
      this.forgottenAfter = forgottenAfter;
    }
  }

  private final Store store;

  /** No failure counts longer than a day. */
  private static final Duration KEPT = Duration.ofDays(2);

  private final Clock clock;

  Attempts(JdbcClient jdbc, Clock clock) {
    this.store = new Store(jdbc);
    this.clock = clock;
  }

  /** Takes one attempt; until when to wait, if there is none to take now. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Optional<Instant> take(Kind kind, String key) {
    var hash = Digests.sha256(key);
    var now = clock.instant();
    return store.take(kind, hash, now)
        ? Optional.empty()
        : Optional.of(store.blockedUntil(kind, hash).orElse(now.plus(kind.firstWait)));
  }

  /** How many attempts were taken since the last that was right. */
  @Transactional(readOnly = true)
  int taken(Kind kind, String key) {
    return store.taken(kind, Digests.sha256(key));
  }

  /** It was right: the count of a person begins anew, the address gets this one back. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void wasRight(Kind kind, String key) {
    switch (kind) {
      case ACCOUNT, CODE, UNLOCK -> store.forget(kind, Digests.sha256(key));
      case ADDRESS -> store.giveBack(kind, Digests.sha256(key));
    }
  }

  /** Forgets failures that count no more, of accounts and addresses alike; says how many. */
  @Transactional
  public int forgetOld() {
    return store.forgetBefore(clock.instant().minus(KEPT));
  }

  /** Run once a day by one node. */
  @Configuration(proxyBeanMethods = false)
  static class Daily {

    @Bean
    Recurring attemptCleanup(Attempts attempts) {
      return new Recurring("access.attempts", Duration.ofDays(1), attempts::forgetOld);
    }
  }

  /** The SQL. */
  private static final class Store {

    /**
     * The wait begins when the last free attempt is taken, doubles with each, and ends at an hour.
     */
    private static final String TAKE =
        """
        insert into access.sign_in_attempt as a (kind, key, failures, last_at)
        values (:kind, :key, 1, :now)
        on conflict (kind, key) do update
           set failures = case when a.last_at < :forgotten then 1 else a.failures + 1 end,
               last_at = :now,
               blocked_until = case
                 when a.last_at < :forgotten or a.failures + 1 < :free then null
                 else cast(:now as timestamptz) + least(interval '1 hour',
                      make_interval(secs => :firstWait * power(2, least(a.failures + 1 - :free, 12))))
               end
         where a.blocked_until is null or a.blocked_until <= :now
        """;

    private static final String BLOCKED_UNTIL =
        """
        select blocked_until from access.sign_in_attempt where kind = :kind and key = :key
        """;

    private static final String TAKEN =
        """
        select failures from access.sign_in_attempt where kind = :kind and key = :key
        """;

    private static final String FORGET =
        """
        delete from access.sign_in_attempt where kind = :kind and key = :key
        """;

    private static final String FORGET_OLD =
        """
        delete from access.sign_in_attempt
         where last_at < :before and (blocked_until is null or blocked_until < :before)
        """;

    private static final String GIVE_BACK =
        """
        update access.sign_in_attempt set failures = greatest(failures - 1, 0), blocked_until = null
         where kind = :kind and key = :key
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    boolean take(Attempts.Kind kind, byte[] key, Instant now) {
      return of(TAKE, kind, key)
              .param("now", now.atOffset(ZoneOffset.UTC))
              .param("forgotten", now.minus(kind.forgottenAfter).atOffset(ZoneOffset.UTC))
              .param("free", kind.free)
              .param("firstWait", kind.firstWait.toSeconds())
              .update()
          == 1;
    }

    Optional<Instant> blockedUntil(Attempts.Kind kind, byte[] key) {
      return of(BLOCKED_UNTIL, kind, key)
          .query(OffsetDateTime.class)
          .optional()
          .map(OffsetDateTime::toInstant);
    }

    int taken(Attempts.Kind kind, byte[] key) {
      return of(TAKEN, kind, key).query(Integer.class).optional().orElse(0);
    }

    void forget(Attempts.Kind kind, byte[] key) {
      of(FORGET, kind, key).update();
    }

    int forgetBefore(Instant moment) {
      return jdbc.sql(FORGET_OLD).param("before", moment.atOffset(ZoneOffset.UTC)).update();
    }

    void giveBack(Attempts.Kind kind, byte[] key) {
      of(GIVE_BACK, kind, key).update();
    }

    private JdbcClient.StatementSpec of(String sql, Attempts.Kind kind, byte[] key) {
      return jdbc.sql(sql).param("kind", kind.name().toLowerCase(Locale.ROOT)).param("key", key);
    }
  }
}
