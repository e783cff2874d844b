package health.malasakit.scheduling;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.scheduling.Occupancy.Claim;
import health.malasakit.scheduling.Occupancy.Taken;
import health.malasakit.scheduling.book.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class OccupancyStore {

  private static final String TAKE =
      """
      insert into scheduling.occupancy
        (organization_id, kind, resource_id, starts_at, ends_at, state, until, holder_id, beside)
      select :organization, kind, resource_id, :from, :to,
             case when cast(:until as timestamptz) is null then 'booked' else 'held' end, :until, :holder,
             case when kind = 'patient' then cast(:patientBeside as uuid) else cast(:beside as uuid) end
        from unnest(cast(:kinds as text[]), cast(:ids as uuid[])) as asked (kind, resource_id)
       order by kind collate "C", resource_id
      on conflict do nothing
      """;

  /** The delete is counted before the insert begins, so the time is free by then. */
  private static final String CLEAR_AND_TAKE =
      """
      with ended as (
        delete from scheduling.occupancy
         where organization_id = :organization and kind = :kind and resource_id = :id
           and starts_at < :to and starts_at >= cast(:from as timestamptz) - interval '1 day' and ends_at > :from
           and state = 'held' and until <= :now
        returning 1)
      insert into scheduling.occupancy
        (organization_id, kind, resource_id, starts_at, ends_at, state, until, holder_id, beside)
      select :organization, :kind, :id, :from, :to,
             case when cast(:until as timestamptz) is null then 'booked' else 'held' end, :until, :holder,
             case when :kind = 'patient' then cast(:patientBeside as uuid) else cast(:beside as uuid) end
        from (select count(*) from ended) as cleared
      on conflict do nothing
      """;

  private static final int RESOURCES_AT_ONCE = 40;

  private static final String TAKEN =
      """
      select kind, resource_id, starts_at, ends_at, until, holder_id, beside
        from scheduling.occupancy
       where organization_id = :organization and kind = any (cast(:kinds as text[]))
         and resource_id = any (cast(:ids as uuid[]))
         and starts_at >= cast(:from as timestamptz) - interval '1 day' and starts_at < :to and ends_at > :from
       order by kind, resource_id, starts_at
       limit 5000
      """;

  private static final String LOCK_ROWS =
      """
      select kind, resource_id, starts_at, ends_at, until, holder_id, beside
        from scheduling.occupancy
       where organization_id = :organization and holder_id = any (cast(:holders as uuid[]))
       order by kind collate "C", resource_id, starts_at, holder_id
       limit 200
         for update
      """;

  private static final String ROWS =
      """
      select kind, resource_id, starts_at, ends_at, until, holder_id, beside
        from scheduling.occupancy
       where organization_id = :organization and holder_id = :holder
       limit 20
      """;

  private static final String RELEASE =
      """
      delete from scheduling.occupancy where organization_id = :organization and holder_id = :holder and (:all or kind = 'patient')
      """;

  private static final String BECOME_VISIT =
      """
      update scheduling.occupancy
         set state = 'booked', until = null, holder_id = :visit
       where organization_id = :organization and holder_id = :hold
      """;

  private static final String RENEW =
      """
      update scheduling.occupancy set until = :until
       where organization_id = :organization and holder_id = :hold and until > :now
      """;

  private static final String LOCK_DAYS =
      """
      select pg_advisory_xact_lock(hashtextextended(key, 0))
        from (select key from unnest(cast(:keys as text[])) as key order by key collate "C") as sorted
      """;

  /** What the holders of time are for, visits and holds alike. */
  private static final String TYPES_OF =
      """
      select v.visit_type_id as type from scheduling.visit v
       where v.organization_id = :organization and v.id = any (cast(:holders as uuid[]))
      union all
      select h.visit_type_id from scheduling.hold h
       where h.organization_id = :organization and h.id = any (cast(:holders as uuid[]))
       limit 100
      """;

  private final JdbcClient jdbc;

  OccupancyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many of the rows asked for could be taken. */
  int take(Claim claim) {
    return bind(jdbc.sql(TAKE), claim)
        .param("kinds", kinds(claim.what()))
        .param("ids", ids(claim.what()))
        .update();
  }

  /** Clears ended holds of one resource and takes it. */
  boolean clearAndTake(Claim claim, Bookable one, Instant now) {
    return bind(jdbc.sql(CLEAR_AND_TAKE), claim)
            .param("kind", one.kind().code())
            .param("id", one.id())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /** A few at a time: for many the planner reads by the exclusion, which knows no beginning. */
  List<Taken> taken(OrganizationId organization, Collection<Bookable> what, Stretch when) {
    return what.stream()
        .gather(Gatherers.windowFixed(RESOURCES_AT_ONCE))
        .flatMap(some -> takenOf(organization, some, when).stream())
        .toList();
  }

  private List<Taken> takenOf(
      OrganizationId organization, Collection<Bookable> what, Stretch when) {
    return jdbc.sql(TAKEN)
        .param("organization", organization.value())
        .param(
            "kinds", what.stream().map(one -> one.kind().code()).distinct().toArray(String[]::new))
        .param("ids", ids(what))
        .param("from", when.from().atOffset(UTC))
        .param("to", when.to().atOffset(UTC))
        .query((row, n) -> taken(row))
        .list();
  }

  List<Taken> lockRows(OrganizationId organization, UUID... holders) {
    return jdbc.sql(LOCK_ROWS)
        .params(Map.of("organization", organization.value(), "holders", holders))
        .query((row, n) -> taken(row))
        .list();
  }

  List<Taken> rows(OrganizationId organization, UUID holder) {
    return jdbc.sql(ROWS)
        .params(Map.of("organization", organization.value(), "holder", holder))
        .query((row, n) -> taken(row))
        .list();
  }

  void release(OrganizationId organization, UUID holder, boolean all) {
    jdbc.sql(RELEASE)
        .params(Map.of("organization", organization.value(), "holder", holder, "all", all))
        .update();
  }

  int becomeVisit(OrganizationId organization, HoldId hold, VisitId visit) {
    return jdbc.sql(BECOME_VISIT)
        .param("organization", organization.value())
        .param("hold", hold.value())
        .param("visit", visit.value())
        .update();
  }

  int renew(OrganizationId organization, HoldId hold, Instant until, Instant now) {
    return jdbc.sql(RENEW)
        .param("organization", organization.value())
        .param("hold", hold.value())
        .param("until", until.atOffset(UTC))
        .param("now", now.atOffset(UTC))
        .update();
  }

  List<VisitTypeId> typesOf(OrganizationId organization, List<UUID> holders) {
    return jdbc.sql(TYPES_OF)
        .params(
            Map.of("organization", organization.value(), "holders", holders.toArray(UUID[]::new)))
        .query((row, n) -> new VisitTypeId(row.getObject(1, UUID.class)))
        .list();
  }

  void lockDays(Collection<String> keys) {
    jdbc.sql(LOCK_DAYS).param("keys", keys.toArray(String[]::new)).query(row -> {});
  }

  private static StatementSpec bind(StatementSpec statement, Claim claim) {
    return statement
        .param("organization", claim.organization().value())
        .param("from", claim.when().from().atOffset(UTC))
        .param("to", claim.when().to().atOffset(UTC))
        .param("until", claim.until().map(until -> until.atOffset(UTC)).orElse(null))
        .param("holder", claim.holder())
        .param("beside", claim.beside())
        .param("patientBeside", claim.patientBeside());
  }

  private static Taken taken(ResultSet row) throws SQLException {
    return new Taken(
        new Bookable(
            Bookable.Kind.of(row.getString("kind")), row.getObject("resource_id", UUID.class)),
        new Stretch(instant(row, "starts_at"), instant(row, "ends_at")),
        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getObject("holder_id", UUID.class),
        row.getObject("beside", UUID.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String[] kinds(Collection<Bookable> what) {
    return what.stream().map(one -> one.kind().code()).toArray(String[]::new);
  }

  private static UUID[] ids(Collection<Bookable> what) {
    return what.stream().map(Bookable::id).toArray(UUID[]::new);
  }
}
