package health.malasakit.scheduling.video;

import health.malasakit.directory.video.JoinAddress;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VideoVisitStore {

  private static final String ADD =
      """
      insert into scheduling.video_said (organization_id, line_id, visit_id, patient_id, state, address, said_by, said_at)
      values (:organization, :id, :visit, :patient, :state, :address, :by, :at)
      """;

  private static final String NEWEST =
      """
      select distinct on (visit_id) visit_id, state, address from scheduling.video_said
       where organization_id = :organization and visit_id = any(:visits) order by visit_id, line_id desc
      """;

  private final JdbcClient jdbc;

  VideoVisitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Visit visit, Joining joining, Instant at) {
    jdbc.sql(ADD)
        .param("organization", visit.organization().value())
        .param("id", Ids.next())
        .param("visit", visit.id().value())
        .param("patient", visit.patient().value())
        .param("state", joining.state())
        .param("address", joining.address().map(JoinAddress::written).orElse(""))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What was said last of each of these; without those of which nobody said anything. */
  Map<VisitId, Joining> newest(OrganizationId organization, Collection<VisitId> visits) {
    Map<VisitId, Joining> said = new HashMap<>();
    jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .param("visits", visits.stream().map(VisitId::value).toArray(UUID[]::new))
        .query(row -> {
          said.put(
              new VisitId(row.getObject("visit_id", UUID.class)),
              new Joining(
                  row.getString("state"),
                  Optional.of(row.getString("address"))
                      .filter(text -> !text.isEmpty())
                      .map(JoinAddress::new)));
        });
    return said;
  }
}
