package health.malasakit.inquiries.voicemail;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.TelephoneId;
import health.malasakit.inquiries.voicemail.LostVoicemails.Lost;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LostVoicemailStore {

  private static final String ADD =
      """
      insert into inquiries.lost_voicemail (organization_id, voicemail_id, system_id, came_at, given_up_at)
      values (:organization, :id, :system, :came, :given) on conflict (organization_id, voicemail_id) do nothing
      """;

  private static final String SINCE =
      """
      select voicemail_id, system_id, came_at, given_up_at from inquiries.lost_voicemail
       where organization_id = :organization and given_up_at >= :since
       order by given_up_at desc, came_at desc limit 50
      """;

  private final JdbcClient jdbc;

  LostVoicemailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, Lost one) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", one.id().value())
        .param("system", one.system().value())
        .param("came", one.cameAt().atOffset(UTC))
        .param("given", one.givenUpAt().atOffset(UTC))
        .update();
  }

  /** The latest first; 50 at most. */
  List<Lost> since(OrganizationId organization, Instant since) {
    return jdbc.sql(SINCE)
        .param("organization", organization.value())
        .param("since", since.atOffset(UTC))
        .query((row, n) ->
            new Lost(
                new VoicemailId(row.getObject("voicemail_id", UUID.class)),
                new TelephoneId(row.getObject("system_id", UUID.class)),
                row.getObject("came_at", OffsetDateTime.class).toInstant(),
                row.getObject("given_up_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
