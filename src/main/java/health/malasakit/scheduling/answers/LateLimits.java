package health.malasakit.scheduling.answers;

import static java.time.ZoneOffset.UTC;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long before a visit a patient can cancel it by an answer; later a person does. */
@Component
public class LateLimits {

  /** While the clinic says nothing. */
  public static final int USUAL_HOURS = 24;

  /** A week: longer than that nobody could cancel by an answer at all. */
  public static final int HOURS_MAX = 168;

  private final Store store;
  private final Audit audit;
  private final Clock clock;

  LateLimits(Store store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** So many hours. */
  @Transactional(readOnly = true)
  public int hours(OrganizationId organization) {
    return store.newest(organization);
  }

  /**
   * From now on so many hours; 0: until it begins.
   *
   * @throws Refused invalid, code {@code late_limit.hours}
   */
  @Transactional
  public void set(OrganizationId organization, int hours) {
    if (hours < 0 || hours > HOURS_MAX) {
      throw Refused.invalid("late_limit.hours", HOURS_MAX).onField("hours");
    }
    store.add(organization, hours, clock);
    audit.done(Act.on(organization, "changed", "clinic", organization.value()).with("late-limit"));
  }

  /** What was said before, the newest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<Said> history(OrganizationId organization) {
    return store.history(organization);
  }

  /**
   * A limit that a clinic set.
   *
   * @param by empty for a job
   */
  public record Said(int hours, Optional<AccountId> by, Instant at) {}

  /** What clinics said. */
  @Repository
  static class Store {

    private static final String ADD =
        """
        insert into scheduling.late_limit (organization_id, limit_id, hours, set_by, set_at)
        values (:organization, :id, :hours, :by, :at)
        """;

    private static final String NEWEST =
        """
        select hours from scheduling.late_limit where organization_id = :organization order by limit_id desc limit 1
        """;

    private static final String HISTORY =
        """
        select hours, set_by, set_at from scheduling.late_limit
         where organization_id = :organization order by limit_id desc limit 20
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    void add(OrganizationId organization, int hours, Clock clock) {
      jdbc.sql(ADD)
          .param("organization", organization.value())
          .param("id", Ids.next())
          .param("hours", hours)
          .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
          .param("at", clock.instant().atOffset(UTC))
          .update();
    }

    List<Said> history(OrganizationId organization) {
      return jdbc.sql(HISTORY)
          .param("organization", organization.value())
          .query((row, n) ->
              new Said(
                  row.getInt("hours"),
                  Optional.ofNullable(row.getObject("set_by", UUID.class)).map(AccountId::new),
                  row.getObject("set_at", OffsetDateTime.class).toInstant()))
          .list();
    }

    int newest(OrganizationId organization) {
      return jdbc.sql(NEWEST)
          .param("organization", organization.value())
          .query(Integer.class)
          .optional()
          .orElse(USUAL_HOURS);
    }
  }
}
