package health.malasakit.inquiries.voicemail;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VoicemailStore {

  private static final String ADD =
      """
      insert into inquiries.voicemail (organization_id, voicemail_id, call_id, number, came_at, kind, audio, seconds,
                                       added_by)
      values (:organization, :id, :call, :number, :came, :kind, :audio, :seconds, :by)
      on conflict (organization_id, call_id, audio_digest) do nothing
      """;

  private static final String COLUMNS =
      """
      select organization_id, voicemail_id, call_id, number, came_at, seconds, added_by, heard_by, heard_at, settled,
             settled_by, settled_at
        from inquiries.voicemail
      """;

  private static final String FIND =
      COLUMNS + " where organization_id = :organization and voicemail_id = :id";

  private static final String ALONE = FIND + " for update";

  private static final String OPEN =
      COLUMNS
          + " where organization_id = any (:organizations) and settled is null order by came_at limit 200";

  private static final String COUNT =
      """
      select count(*) from inquiries.voicemail where organization_id = any (:organizations) and settled is null
      """;

  private static final String OF_CALL =
      COLUMNS
          + " where organization_id = :organization and call_id = :call order by came_at limit 50";

  private static final String OF_CALL_ALONE = OF_CALL + " for update";

  private static final String SAME =
      COLUMNS
          + " where organization_id = :organization and call_id = :call and audio_digest = sha256(:audio)";

  private static final String AUDIO =
      """
      select kind, audio from inquiries.voicemail where organization_id = :organization and voicemail_id = :id
      """;

  private static final String HEARD =
      """
      update inquiries.voicemail set heard_by = :by, heard_at = :at
       where organization_id = :organization and voicemail_id = :id
      """;

  private static final String SETTLED =
      """
      update inquiries.voicemail set settled = :settled, settled_by = :by, settled_at = :at
       where organization_id = :organization and voicemail_id = :id
      """;

  private final JdbcClient jdbc;

  VoicemailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when this call has the same sound already. */
  boolean add(Voicemail one, Recording recording) {
    return of(ADD, one)
            .param("call", one.call().map(CallId::value).orElse(null))
            .param("number", one.number().map(Phone::written).orElse(null))
            .param("came", one.cameAt().atOffset(UTC))
            .param("kind", recording.kind().code())
            .param("audio", recording.bytes())
            .param("seconds", one.length().map(Duration::toSeconds).orElse(null))
            .param("by", one.addedBy().map(AccountId::value).orElse(null))
            .update()
        == 1;
  }

  Optional<Voicemail> find(OrganizationId organization, VoicemailId id) {
    return one(FIND, organization, id);
  }

  /** The voicemail, which nobody else changes until this transaction has ended. */
  Optional<Voicemail> alone(OrganizationId organization, VoicemailId id) {
    return one(ALONE, organization, id);
  }

  /** The one of a call with this sound. */
  Optional<Voicemail> same(OrganizationId organization, CallId call, Recording recording) {
    return jdbc.sql(SAME)
        .param("organization", organization.value())
        .param("call", call.value())
        .param("audio", recording.bytes())
        .query(VoicemailRow::of)
        .optional();
  }

  /** What was left in a call, in order; 50 at most. */
  List<Voicemail> of(OrganizationId organization, CallId call) {
    return ofCall(OF_CALL, organization, call);
  }

  /** The same, which nobody else changes until this transaction has ended. */
  List<Voicemail> aloneOf(OrganizationId organization, CallId call) {
    return ofCall(OF_CALL_ALONE, organization, call);
  }

  /** Of how many nothing became yet. */
  int countOpen(Collection<OrganizationId> where) {
    return jdbc.sql(COUNT)
        .param("organizations", where.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  /** Those of which nothing became yet, the oldest first; 200 at most. */
  List<Voicemail> open(Collection<OrganizationId> where) {
    return jdbc.sql(OPEN)
        .param("organizations", where.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query(VoicemailRow::of)
        .list();
  }

  Recording recording(Voicemail one) {
    return of(AUDIO, one).query(VoicemailRow::recording).single();
  }

  void heard(Voicemail one) {
    one.heard().ifPresent(mark -> marked(HEARD, one, mark).update());
  }

  void settled(Voicemail one) {
    one.settled()
        .ifPresent(
            end -> marked(SETTLED, one, end.mark()).param("settled", end.became().code()).update());
  }

  private JdbcClient.StatementSpec marked(String sql, Voicemail one, Voicemail.Mark mark) {
    return of(sql, one).param("by", mark.by().value()).param("at", mark.at().atOffset(UTC));
  }

  private JdbcClient.StatementSpec of(String sql, Voicemail one) {
    return jdbc.sql(sql)
        .param("organization", one.organization().value())
        .param("id", one.id().value());
  }

  private List<Voicemail> ofCall(String sql, OrganizationId organization, CallId call) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("call", call.value())
        .query(VoicemailRow::of)
        .list();
  }

  private Optional<Voicemail> one(String sql, OrganizationId organization, VoicemailId id) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(VoicemailRow::of)
        .optional();
  }
}
