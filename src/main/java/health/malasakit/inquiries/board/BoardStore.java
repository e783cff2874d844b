package health.malasakit.inquiries.board;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BoardStore {

  static final int WITHIN_SECONDS = 20;
  static final int SHORT_SECONDS = 5;

  /**
   * Of a call that was handed on, the first answer counts; who rings back later answers nothing,
   * nor does who found nobody on the line. Who hung up counts as rang off, told by whichever word.
   */
  private static final String TODAY =
      """
      with told as (
        select c.organization_id, c.language, c.started_at,
               coalesce(c.abandoned_at,
                 case when c.answered_at is null and c.handed_at is null and c.voicemail_at is null and c.gone_at is null
                      then c.ended_at end) as abandoned_at,
               case when c.answered_at is not null then
                 (select min(s.at) from inquiries.call_step s
                   where s.organization_id = c.organization_id and s.call_id = c.call_id
                     and (s.step = 'answered' or (s.step = 'taken' and c.gone_at is null))) end as answered_at
          from unnest(cast(:organizations as uuid[]), cast(cast(:begins as text[]) as timestamptz[])) d (organization_id, begins)
          join inquiries.call c on c.organization_id = d.organization_id and c.started_at >= d.begins
         where c.direction = 'in' and c.system_id is not null
      )
      select organization_id, language, count(*) as offered, count(answered_at) as answered,
             count(*) filter (where answered_at <= started_at + make_interval(secs => :within)) as in_time,
             count(*) filter (where answered_at is null
               and abandoned_at >= started_at + make_interval(secs => :short)) as abandoned,
             count(*) filter (where answered_at is null
               and abandoned_at >= started_at + make_interval(secs => :within)) as abandoned_late
        from told group by organization_id, language
      """;

  /**
   * What nobody has, by clinic and language: a missed call in which something was left counts as
   * voicemail alone.
   */
  private static final String OPEN =
      """
      select organization_id, language,
             count(*) filter (where word >= :since) as waiting,
             min(started_at) filter (where word >= :since) as since,
             count(*) filter (where word < :since) as silent,
             count(*) filter (where what = 'missed') as missed,
             count(*) filter (where what = 'voicemail') as voicemails
        from (select organization_id, language, 'waits' as what, started_at,
                     greatest(started_at, rang_at, answered_at, held_at, resumed_at, handed_at) as word
                from inquiries.call
               where organization_id = any (:organizations) and state in ('ringing', 'unclaimed')
              union all
              select c.organization_id, c.language, 'missed', c.started_at, null from inquiries.call c
               where c.organization_id = any (:organizations) and c.state = 'missed'
                 and not exists (select from inquiries.voicemail v
                                  where v.organization_id = c.organization_id and v.call_id = c.call_id
                                    and v.settled is null)
              union all
              select v.organization_id, coalesce(c.language, ''), 'voicemail', v.came_at, null
                from inquiries.voicemail v
                left join inquiries.call c on c.organization_id = v.organization_id and c.call_id = v.call_id
               where v.organization_id = any (:organizations) and v.settled is null) open
       group by organization_id, language
      """;

  private final JdbcClient jdbc;

  BoardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The numbers of a clinic in a language. */
  record Told(OrganizationId organization, String language, Figures figures) {}

  /** What nobody has by now. */
  List<Told> open(Collection<OrganizationId> where, Instant silentSince) {
    return jdbc.sql(OPEN)
        .param("since", silentSince.atOffset(UTC))
        .param("organizations", where.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query(BoardStore::open)
        .list();
  }

  private static Told open(ResultSet row, int number) throws SQLException {
    var since = Optional.ofNullable(row.getObject("since", OffsetDateTime.class));
    return told(
        row,
        new Figures(
            row.getInt("waiting"),
            since.map(OffsetDateTime::toInstant),
            row.getInt("silent"),
            row.getInt("missed"),
            row.getInt("voicemails"),
            Figures.Today.NONE));
  }

  private static Told told(ResultSet row, Figures figures) throws SQLException {
    return new Told(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("language"),
        figures);
  }

  /** What was told of each clinic since its day began. */
  List<Told> today(Map<OrganizationId, Instant> begins) {
    var clinics = List.copyOf(begins.entrySet());
    return jdbc.sql(TODAY)
        .param(
            "organizations", clinics.stream().map(one -> one.getKey().value()).toArray(UUID[]::new))
        .param(
            "begins", clinics.stream().map(one -> one.getValue().toString()).toArray(String[]::new))
        .param("within", WITHIN_SECONDS)
        .param("short", SHORT_SECONDS)
        .query(BoardStore::today)
        .list();
  }

  private static Told today(ResultSet row, int number) throws SQLException {
    var today =
        new Figures.Today(
            row.getInt("offered"),
            row.getInt("answered"),
            row.getInt("in_time"),
            row.getInt("abandoned"),
            row.getInt("abandoned_late"));
    return told(row, new Figures(0, Optional.empty(), 0, 0, 0, today));
  }
}
