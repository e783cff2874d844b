package health.malasakit.messaging;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When this database came out of a backup, if it ever did. */
@Repository
public class Restores {

  private static final String LAST =
      """
      select restored_at from messaging.restored order by restored_at desc limit 1
      """;

  /** A restore switches off in the moment that it writes down. */
  private static final String HELD =
      """
      select c.organization_id, r.backup_at
        from messaging.restored r
        join messaging.clinic_rule c on c.set_at = r.restored_at and not c.sends and c.set_by is null
       where c.organization_id = any (:organizations)
         and not exists (select from messaging.clinic_rule n
                          where n.organization_id = c.organization_id and n.rule_id > c.rule_id and n.sends)
       limit 1000
      """;

  private final JdbcClient jdbc;

  Restores(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether what followed at once of something may have gone out where the backup was taken. */
  @Transactional(readOnly = true)
  public boolean mayHaveTold(Instant happened) {
    return last().filter(restored -> !happened.isAfter(restored)).isPresent();
  }

  private record Hold(OrganizationId organization, Instant since) {}

  /**
   * Those of these clinics whose messages a restore switched off, and since when nobody knows who
   * said no.
   */
  @Transactional(readOnly = true)
  public Map<OrganizationId, Instant> holds(Collection<OrganizationId> organizations) {
    return jdbc
        .sql(HELD)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query((row, n) ->
            new Hold(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getObject("backup_at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Hold::organization, Hold::since));
  }

  private Optional<Instant> last() {
    return jdbc.sql(LAST)
        .query((row, n) -> row.getObject("restored_at", OffsetDateTime.class).toInstant())
        .optional();
  }
}
