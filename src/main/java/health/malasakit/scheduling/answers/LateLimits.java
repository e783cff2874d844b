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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long before a visit a patient can cancel it by an answer; later a person does. */
@Component
public class LateLimits {

  /** While the clinic says nothing. */
  public static final int USUAL_HOURS = 24;

  private static final int HOURS_MAX = 336;

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

    int newest(OrganizationId organization) {
      return jdbc.sql(NEWEST)
          .param("organization", organization.value())
          .query(Integer.class)
          .optional()
          .orElse(USUAL_HOURS);
    }
  }
}
