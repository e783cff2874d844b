package health.malasakit.inquiries.mixups;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NearMissStore {

  private static final String ADD =
      """
      insert into inquiries.near_miss (organization_id, near_miss_id, slip, what, at)
      values (:organization, :id, :slip, :what, :at)
      """;

  private static final String COUNTS =
      """
      select slip, what, count(*) as times from inquiries.near_miss
       where organization_id = any (:organizations) and at >= :since group by slip, what
      """;

  private final JdbcClient jdbc;

  NearMissStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, UUID id, NearMisses.Kind kind, Instant at) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", id)
        .param("slip", kind.slip().code())
        .param("what", kind.what().code())
        .param("at", at.atOffset(UTC))
        .update();
  }

  /** How often, of each kind. */
  List<NearMisses.Count> counts(Collection<OrganizationId> organizations, Instant since) {
    return jdbc.sql(COUNTS)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("since", since.atOffset(UTC))
        .query((row, n) ->
            new NearMisses.Count(
                new NearMisses.Kind(
                    Slip.of(row.getString("slip")), Nearly.of(row.getString("what"))),
                row.getInt("times")))
        .list();
  }
}
