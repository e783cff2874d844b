package health.malasakit.scheduling.counts;

import health.malasakit.kernel.OrganizationId;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DayCountStore {

  /** A clinic's day as two instants. */
  record Day(OrganizationId organization, OffsetDateTime from, OffsetDateTime to) {}

  private static final String COUNT =
      """
      select d.organization_id, count(*) as visits
        from unnest(cast(:organizations as uuid[]), cast(:froms as timestamptz[]), cast(:tos as timestamptz[]))
             as d(organization_id, begins, ends)
        join scheduling.visit v on v.organization_id = d.organization_id
             and v.starts_at >= d.begins and v.starts_at < d.ends
       where v.origin = 'here' and v.status <> 'cancelled'
       group by d.organization_id limit 2000
      """;

  private final JdbcClient jdbc;

  DayCountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<OrganizationId, Integer> count(List<Day> days) {
    var counts = new HashMap<OrganizationId, Integer>();
    jdbc.sql(COUNT)
        .param(
            "organizations",
            days.stream().map(day -> day.organization().value()).toArray(UUID[]::new))
        .param("froms", days.stream().map(day -> day.from().toString()).toArray(String[]::new))
        .param("tos", days.stream().map(day -> day.to().toString()).toArray(String[]::new))
        .query(row -> {
          counts.put(
              new OrganizationId(row.getObject("organization_id", UUID.class)),
              row.getInt("visits"));
        });
    return counts;
  }
}
