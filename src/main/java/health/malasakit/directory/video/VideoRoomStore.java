package health.malasakit.directory.video;

import health.malasakit.directory.PractitionerId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VideoRoomStore {

  private static final String ADD =
      """
      insert into directory.video_room (organization_id, room_id, practitioner_id, address, set_by, set_at)
      values (:organization, :id, :practitioner, :address, :by, :at)
      """;

  private static final String NEWEST =
      """
      select address from directory.video_room
       where organization_id = :organization and practitioner_id = :practitioner order by room_id desc limit 1
      """;

  private final JdbcClient jdbc;

  VideoRoomStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who set it, and when. */
  record Setting(AccountId by, Instant at) {}

  void add(OrganizationId organization, PractitionerId whose, String address, Setting setting) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("practitioner", whose.value())
        .param("address", address)
        .param("by", setting.by().value())
        .param("at", setting.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Empty when there is none, or none any more. */
  Optional<JoinAddress> newest(OrganizationId organization, PractitionerId whose) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .param("practitioner", whose.value())
        .query(String.class)
        .optional()
        .filter(address -> !address.isEmpty())
        .map(JoinAddress::new);
  }
}
