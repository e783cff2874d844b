package health.malasakit.inquiries.board;

import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BoardStore {

  static final int WITHIN_SECONDS = 20;
  static final int SHORT_SECONDS = 5;

  /**
   * Of a call that was handed on, the first answer counts; who rings back later answers nothing.
   */
  private static final String TODAY =
      """
      with told as (
        select c.organization_id, c.language, c.started_at, c.abandoned_at,
               case when c.answered_at is not null then
                 (select min(s.at) from inquiries.call_step s
                   where s.organization_id = c.organization_id and s.call_id = c.call_id
                     and s.step in ('answered', 'taken')) end as answered_at
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

  private final JdbcClient jdbc;

  BoardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was told of a clinic in a language. */
  record Told(OrganizationId organization, String language, Figures.Today today) {}

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
        .query(BoardStore::told)
        .list();
  }

  private static Told told(ResultSet row, int number) throws SQLException {
    return new Told(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("language"),
        new Figures.Today(
            row.getInt("offered"),
            row.getInt("answered"),
            row.getInt("in_time"),
            row.getInt("abandoned"),
            row.getInt("abandoned_late")));
  }
}
