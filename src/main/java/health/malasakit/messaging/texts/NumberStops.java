package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers to which no text goes, whoever has them: STOP is said by a telephone, and closes it for
 * everyone behind it. What one patient allows stands with her.
 */
@Component
public class NumberStops {

  private final Store store;
  private final Clock clock;

  NumberStops(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whence it is known. */
  public enum Source {
    /** A text from that number. */
    REPLY,
    /** As the previous sender had it. */
    IMPORT,
    /** Somebody of the clinic, as she was told. */
    PERSON;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** No text goes to it from now on. False when it was closed already: then nothing is added. */
  @Transactional
  public boolean close(OrganizationId organization, Phone number, Source source) {
    return change(organization, number, source, true);
  }

  /** Texts may go to it again. False when it was not closed. */
  @Transactional
  public boolean reopen(OrganizationId organization, Phone number, Source source) {
    return change(organization, number, source, false);
  }

  private boolean change(OrganizationId organization, Phone number, Source source, boolean closed) {
    store.alone(organization, number);
    if (said(organization, number).orElse(false) == closed) {
      return false;
    }
    store.add(organization, number, new Line(source, closed, clock.instant()));
    return true;
  }

  /** Whether it is closed; empty when nobody ever said anything of it. */
  @Transactional(readOnly = true)
  public Optional<Boolean> said(OrganizationId organization, Phone number) {
    return store.newest(organization, number);
  }

  /** Those of these numbers that are closed, as digits; in one question. */
  @Transactional(readOnly = true)
  public Set<String> closed(OrganizationId organization, Collection<Phone> numbers) {
    return numbers.isEmpty() ? Set.of() : store.closed(organization, numbers);
  }

  /** What is said of a number. */
  record Line(Source source, boolean closed, Instant at) {}

  /** Numbers and what was said of them. */
  @Repository
  static class Store {

    private static final String ALONE =
        """
        select pg_advisory_xact_lock(
                 hashtextextended('messaging.number_stop ' || cast(:organization as text) || ' ' || :digits, 0))
        """;

    private static final String ADD =
        """
        insert into messaging.number_stop (organization_id, stop_id, digits, closed, source, by_account, at)
        values (:organization, :id, :digits, :closed, :source, :by, :at)
        """;

    private static final String NEWEST =
        """
        select closed from messaging.number_stop
         where organization_id = :organization and digits = :digits order by stop_id desc limit 1
        """;

    private static final String CLOSED =
        """
        select n.digits from unnest(cast(:numbers as text[])) as n (digits)
         where (select closed from messaging.number_stop s
                 where s.organization_id = :organization and s.digits = n.digits
                 order by s.stop_id desc limit 1)
         limit 20000
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    /** Nobody else changes it until this transaction has ended. */
    void alone(OrganizationId organization, Phone number) {
      asked(ALONE, organization, number).query((row, n) -> "").single();
    }

    void add(OrganizationId organization, Phone number, Line line) {
      asked(ADD, organization, number)
          .param("id", Ids.next())
          .param("closed", line.closed())
          .param("source", line.source().code())
          .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
          .param("at", line.at().atOffset(UTC))
          .update();
    }

    Optional<Boolean> newest(OrganizationId organization, Phone number) {
      return asked(NEWEST, organization, number).query(Boolean.class).optional();
    }

    Set<String> closed(OrganizationId organization, Collection<Phone> numbers) {
      return new HashSet<>(
          jdbc.sql(CLOSED)
              .param("organization", organization.value())
              .param(
                  "numbers", numbers.stream().map(Phone::digits).distinct().toArray(String[]::new))
              .query(String.class)
              .list());
    }

    private JdbcClient.StatementSpec asked(
        String question, OrganizationId organization, Phone number) {
      return jdbc.sql(question)
          .param("organization", organization.value())
          .param("digits", number.digits());
    }
  }
}
