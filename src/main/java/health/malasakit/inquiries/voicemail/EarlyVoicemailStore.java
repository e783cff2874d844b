package health.malasakit.inquiries.voicemail;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallDoor;
import health.malasakit.inquiries.TelephoneId;
import health.malasakit.kernel.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was left in calls that have not rung yet. A policy shows it to a transaction that has said
 * for which telephone system it works, and to no other.
 */
@Repository
class EarlyVoicemailStore {

  private static final String WORKS_FOR =
      """
      select set_config('malasakit.telephone', cast(:system as text), true)
      """;

  /** Whatever else this system sends early waits until this transaction has ended. */
  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('inquiries.early ' || cast(:system as text), 0))
      """;

  private static final String SYSTEMS =
      """
      select system_id from inquiries.telephone_system order by system_id limit 2000
      """;

  private static final String SAME =
      """
      select voicemail_id from inquiries.early_voicemail
       where system_id = :system and outside_id = :outside and audio_digest = sha256(:audio)
      """;

  private static final String WAITING =
      """
      select coalesce(sum(bytes), 0) as bytes, count(*) as sounds from inquiries.early_voicemail where system_id = :system
      """;

  private static final String KEEP =
      """
      insert into inquiries.early_voicemail (system_id, outside_id, voicemail_id, dialled, number, came_at, arrived_at,
                                             kind, audio, seconds)
      values (:system, :outside, :id, :dialled, :number, :came, :arrived, :kind, :audio, :seconds)
      """;

  private static final String JOIN =
      """
      with given as (
        delete from inquiries.early_voicemail where system_id = :system and outside_id = :outside
        returning voicemail_id, number, came_at, kind, audio, seconds
      )
      insert into inquiries.voicemail (organization_id, voicemail_id, call_id, number, came_at, kind, audio, seconds)
      select :organization, voicemail_id, :call, coalesce(cast(:number as text), number), came_at, kind, audio, seconds from given
      on conflict (organization_id, call_id, audio_digest) do nothing
      """;

  private static final String CALLER =
      """
      update inquiries.voicemail set number = :number
       where organization_id = :organization and call_id = :call and number is null
      """;

  private static final String UNRUNG =
      """
      select distinct on (outside_id) outside_id, dialled, number, came_at from inquiries.early_voicemail
       where system_id = :system and dialled is not null and arrived_at < :before
       order by outside_id, came_at limit 500
      """;

  private static final String TOO_OLD =
      """
      select voicemail_id, came_at from inquiries.early_voicemail
       where system_id = :system and arrived_at < :before order by arrived_at limit 1000
      """;

  private static final String GIVE_UP =
      """
      delete from inquiries.early_voicemail where system_id = :system and voicemail_id = any (:ids)
      """;

  private final JdbcClient jdbc;

  EarlyVoicemailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From here to its end this transaction works for that system. */
  void worksFor(TelephoneId system) {
    of(WORKS_FOR, system).query(String.class).single();
  }

  void alone(TelephoneId system) {
    of(ALONE, system).query((row, n) -> true).single();
  }

  List<TelephoneId> systems() {
    return jdbc.sql(SYSTEMS)
        .query((row, n) -> new TelephoneId(row.getObject("system_id", UUID.class)))
        .list();
  }

  /** The same sound of the same call. */
  Optional<VoicemailId> same(Call.Telephone call, Recording recording) {
    return of(SAME, call)
        .param("audio", recording.bytes())
        .query((row, n) -> new VoicemailId(row.getObject("voicemail_id", UUID.class)))
        .optional();
  }

  /** How much of one system waits. */
  record Waiting(long bytes, int sounds) {}

  Waiting waiting(TelephoneId system) {
    return of(WAITING, system)
        .query((row, n) -> new Waiting(row.getLong("bytes"), row.getInt("sounds")))
        .single();
  }

  /** A sound that waits for its call from now on. */
  record Early(
      VoicemailId id,
      Call.Telephone call,
      VoicemailDoor.Sent sent,
      Optional<Phone> dialled,
      Instant arrivedAt) {

    @Override
    public String toString() {
      return "Early[" + id + "]";
    }
  }

  void keep(Early one) {
    var recording = one.sent().recording();
    of(KEEP, one.call())
        .param("id", one.id().value())
        .param("dialled", one.dialled().map(Phone::written).orElse(null))
        .param("number", one.sent().number().map(Phone::written).orElse(null))
        .param("came", one.sent().at().atOffset(UTC))
        .param("arrived", one.arrivedAt().atOffset(UTC))
        .param("kind", recording.kind().code())
        .param("audio", recording.bytes())
        .param("seconds", recording.length().map(Duration::toSeconds).orElse(null))
        .update();
  }

  /** What waited for this call is left in it from now on; says how many. */
  int join(CallDoor.Rung rung) {
    return of(JOIN, rung.telephone())
        .param("organization", rung.organization().value())
        .param("call", rung.call().value())
        .param("number", rung.from().map(Phone::written).orElse(null))
        .update();
  }

  /** Who rang is known now, of what was left in the call before. */
  void caller(CallDoor.Rung rung) {
    jdbc.sql(CALLER)
        .param("organization", rung.organization().value())
        .param("call", rung.call().value())
        .param("number", rung.from().map(Phone::written).orElse(null))
        .update();
  }

  /** A call of which only the sound is known, and where it was left. */
  record Unrung(String outsideId, Phone dialled, Optional<Phone> number, Instant cameAt) {

    @Override
    public String toString() {
      return "Unrung";
    }
  }

  /** Those that arrived before then and name the number that was dialled; 500 at most. */
  List<Unrung> unrung(TelephoneId system, Instant before) {
    return of(UNRUNG, system)
        .param("before", before.atOffset(UTC))
        .query(EarlyVoicemailStore::unrung)
        .list();
  }

  private static Unrung unrung(ResultSet row, int number) throws SQLException {
    return new Unrung(
        row.getString("outside_id"),
        Phone.of(row.getString("dialled")),
        Optional.ofNullable(row.getString("number")).map(Phone::of),
        cameAt(row));
  }

  /** Those that arrived before then, the oldest first; 1000 at most. */
  List<LostVoicemails.Lost> tooOld(TelephoneId system, Instant before, Instant now) {
    return of(TOO_OLD, system)
        .param("before", before.atOffset(UTC))
        .query((row, n) ->
            new LostVoicemails.Lost(
                new VoicemailId(row.getObject("voicemail_id", UUID.class)),
                system,
                cameAt(row),
                now))
        .list();
  }

  void giveUp(TelephoneId system, List<LostVoicemails.Lost> some) {
    of(GIVE_UP, system)
        .param("ids", some.stream().map(one -> one.id().value()).toArray(UUID[]::new))
        .update();
  }

  private static Instant cameAt(ResultSet row) throws SQLException {
    return row.getObject("came_at", OffsetDateTime.class).toInstant();
  }

  private JdbcClient.StatementSpec of(String sql, TelephoneId system) {
    return jdbc.sql(sql).param("system", system.value());
  }

  private JdbcClient.StatementSpec of(String sql, Call.Telephone call) {
    return of(sql, call.system()).param("outside", call.outsideId());
  }
}
