package health.malasakit.scheduling.video;

import health.malasakit.directory.video.JoinAddress;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Visit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
      select state, address from scheduling.video_said
       where organization_id = :organization and visit_id = :visit order by line_id desc limit 1
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

  Optional<Joining> newest(Visit visit) {
    return jdbc.sql(NEWEST)
        .param("organization", visit.organization().value())
        .param("visit", visit.id().value())
        .query((row, n) ->
            new Joining(
                row.getString("state"),
                Optional.of(row.getString("address"))
                    .filter(text -> !text.isEmpty())
                    .map(JoinAddress::new)))
        .optional();
  }
}
