package health.malasakit.scheduling.book;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {

  private static final String ADD =
      """
      insert into scheduling.session
        (organization_id, id, practitioner_id, site_id, weekday, opens, closes, effective_from, effective_to,
         created_by, created_at)
      values (:organization, :id, :practitioner, :site, :weekday, :opens, :closes, :from, :to, :account, :now)
      """;

  private static final String ADD_TYPES =
      """
      insert into scheduling.session_visit_type (organization_id, session_id, visit_type_id)
      select :organization, :id, type from unnest(cast(:types as uuid[])) as type
      """;

  private static final String AT_SITES =
      """
      select s.organization_id, s.id, s.practitioner_id, s.site_id, s.weekday, s.opens, s.closes,
             s.effective_from, s.effective_to,
             array(select t.visit_type_id from scheduling.session_visit_type t
                    where t.organization_id = s.organization_id and t.session_id = s.id) as types
        from scheduling.session s
       where s.organization_id = any (cast(:organizations as uuid[])) and s.site_id = any (cast(:sites as uuid[]))
         and s.ended_at is null and (s.effective_to is null or s.effective_to >= :from)
       order by s.weekday, s.opens, s.id
       limit 5000
      """;

  private static final String END =
      """
      update scheduling.session set ended_at = :now, effective_to = greatest(effective_from, cast(:last as date))
       where organization_id = :organization and id = :id and ended_at is null
      """;

  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Session session, Optional<AccountId> by, Instant now) {
    jdbc.sql(ADD)
        .param("organization", session.organization().value())
        .param("id", session.id().value())
        .param("practitioner", session.practitioner().value())
        .param("site", session.site().value())
        .param("weekday", session.when().weekday().getValue())
        .param("opens", session.when().opens())
        .param("closes", session.when().closes())
        .param("from", session.when().from())
        .param("to", session.when().to().orElse(null))
        .param("account", by.map(AccountId::value).orElse(null))
        .param("now", now.atOffset(UTC))
        .update();
    jdbc.sql(ADD_TYPES)
        .param("organization", session.organization().value())
        .param("id", session.id().value())
        .param("types", session.types().stream().map(VisitTypeId::value).toArray(UUID[]::new))
        .update();
  }

  /** Sessions that go on at a date or begin later. */
  List<Session> at(
      Collection<OrganizationId> organizations, Collection<SiteId> sites, LocalDate from) {
    return jdbc.sql(AT_SITES)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("sites", sites.stream().map(SiteId::value).toArray(UUID[]::new))
        .param("from", from)
        .query((row, n) -> session(row))
        .list();
  }

  boolean end(OrganizationId organization, SessionId id, LocalDate last, Instant now) {
    return jdbc.sql(END)
            .param("organization", organization.value())
            .param("id", id.value())
            .param("last", last)
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        new SessionId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new SiteId(row.getObject("site_id", UUID.class)),
        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
        Arrays.stream(uuids(row.getArray("types")))
            .map(VisitTypeId::new)
            .collect(Collectors.toUnmodifiableSet()),
        new Session.Weekly(
            DayOfWeek.of(row.getInt("weekday")),
            row.getObject("opens", LocalTime.class),
            row.getObject("closes", LocalTime.class),
            row.getObject("effective_from", LocalDate.class),
            Optional.ofNullable(row.getObject("effective_to", LocalDate.class))));
  }

  private static UUID[] uuids(Array array) throws SQLException {
    return (UUID[]) array.getArray();
  }
}
