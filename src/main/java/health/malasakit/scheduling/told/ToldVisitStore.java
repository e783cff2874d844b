package health.malasakit.scheduling.told;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import health.malasakit.messaging.ledger.VisitsTold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ToldVisitStore {

  /** A visit that is marked otherwise, or taken back, stays at the version of its last booking. */
  private static final String BY_IDS =
      """
      select v.id, v.patient_id, v.site_id, v.visit_type_id, v.local_start, v.zone, v.fold, v.ends_at, v.status, v.version, v.cancel_reason,
             (select max(c.version) from scheduling.visit_change c
               where c.organization_id = v.organization_id and c.visit_id = v.id
                 and c.act in ('booked', 'moved', 'righted', 'cancelled')) as told_version
        from scheduling.visit v
       where v.organization_id = :organization and v.id = any (:ids) limit 1000
      """;

  private static final String COMING =
      """
      select id, starts_at from scheduling.visit
       where organization_id = :organization and status = 'booked' and origin = 'here'
         and starts_at > :now and (starts_at, id) > (:after, :last)
       order by starts_at, id limit 200
      """;

  private static final String LAST_ACT =
      """
      select c.act, c.account_id, c.at,
             coalesce((select max(b.at) from scheduling.visit_change b
                        where b.organization_id = c.organization_id and b.visit_id = c.visit_id
                          and b.act in ('booked', 'righted')), c.at) as booked_at,
             (select max(b.at) from scheduling.visit_change b
               where b.organization_id = c.organization_id and b.visit_id = c.visit_id) as changed_at,
             (select b.local_start at time zone b.zone from scheduling.visit_change b
               where b.organization_id = c.organization_id and b.visit_id = c.visit_id and b.id < c.id
               order by b.id desc limit 1) as before_at
        from scheduling.visit_change c
       where c.organization_id = :organization and c.visit_id = :id
         and c.act in ('booked', 'moved', 'righted', 'cancelled')
       order by c.id desc limit 1
      """;

  /** In one order, so that two of them never wait for each other. */
  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('scheduling.told ' || id, 0))
        from (select unnest(cast(:ids as text[])) as id order by 1) as v
      """;

  private static final String STARTS =
      """
      select starts_at from scheduling.visit where organization_id = :organization and id = :id
      """;

  private static final String CHANGED_AT =
      """
      select at from scheduling.visit_change
       where organization_id = :organization and visit_id = :id order by id desc limit 1
      """;

  private static final String HEAR =
      """
      select u.nth, scheduling.hears(:organization, u.visit, u.reached) as hears
        from unnest(cast(:visits as uuid[]), cast(:addresses as text[])) with ordinality as u (visit, reached, nth)
       limit 20000
      """;

  private final JdbcClient jdbc;

  ToldVisitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A visit.
   *
   * @param status as the row has it
   * @param version rises with every change
   * @param reason why it was cancelled; empty otherwise
   * @param toldVersion at which it was booked, moved or cancelled last
   */
  record Row(
      UUID id,
      PatientId patient,
      SiteId site,
      Optional<VisitTypeId> type,
      WallTime start,
      Instant end,
      String status,
      String reason,
      int version,
      int toldVersion) {

    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  List<Row> byIds(OrganizationId organization, Collection<UUID> ids) {
    return jdbc.sql(BY_IDS)
        .param("organization", organization.value())
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> read(row))
        .list();
  }

  /** Why it was cancelled; empty for any other. */
  String reason(OrganizationId organization, UUID id) {
    return byIds(organization, List.of(id)).stream().map(Row::reason).findFirst().orElse("");
  }

  /**
   * What was done to a visit last.
   *
   * @param by empty when a job did it
   * @param bookedAt when it was booked for whoever has it now
   * @param changedAt when anything was done to it last, taken back or marked as well
   * @param before when it would have been; empty where nothing was done before
   */
  record Act(
      String what,
      Optional<AccountId> by,
      Instant at,
      Instant bookedAt,
      Instant changedAt,
      Optional<Instant> before) {}

  /** The last act of which is told. */
  Optional<Act> lastAct(OrganizationId organization, UUID id) {
    return jdbc.sql(LAST_ACT)
        .param("organization", organization.value())
        .param("id", id)
        .query((row, n) ->
            new Act(
                row.getString("act"),
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("before_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        .optional();
  }

  /** When something was done with it last. */
  Optional<Instant> changedAt(OrganizationId organization, UUID id) {
    return jdbc.sql(CHANGED_AT)
        .param("organization", organization.value())
        .param("id", id)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Nobody else plans what is told of these until this transaction has ended. */
  void alone(Collection<UUID> ids) {
    jdbc.sql(ALONE)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, n) -> n)
        .list();
  }

  Map<VisitsTold.Ear, VisitsTold.Hears> hear(
      OrganizationId organization, List<VisitsTold.Ear> all) {
    Map<VisitsTold.Ear, VisitsTold.Hears> found = new HashMap<>();
    jdbc.sql(HEAR)
        .param("organization", organization.value())
        .param("visits", all.stream().map(VisitsTold.Ear::visit).toArray(UUID[]::new))
        .param("addresses", all.stream().map(VisitsTold.Ear::numberOrEmail).toArray(String[]::new))
        .query(row -> {
          found.put(
              all.get(row.getInt("nth") - 1),
              VisitsTold.Hears.valueOf(row.getString("hears").toUpperCase(Locale.ROOT)));
        });
    return found;
  }

  /** A visit to come, and when it starts as it stood then. */
  record Coming(UUID id, Instant starts) {}

  /** The next 200 after one, the earliest first; after nothing when {@code last} is empty. */
  List<Coming> coming(OrganizationId organization, Instant now, Optional<Coming> last) {
    return jdbc.sql(COMING)
        .param("organization", organization.value())
        .param("now", now.atOffset(UTC))
        .param("after", last.map(Coming::starts).orElse(now).atOffset(UTC))
        .param("last", last.map(Coming::id).orElse(new UUID(0, 0)))
        .query((row, n) ->
            new Coming(
                row.getObject("id", UUID.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** When a visit starts as it stands now. */
  Optional<Instant> starts(OrganizationId organization, UUID id) {
    return jdbc.sql(STARTS)
        .param("organization", organization.value())
        .param("id", id)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static Row read(ResultSet row) throws SQLException {
    int version = row.getInt("version");
    int told = row.getInt("told_version");
    return new Row(
        row.getObject("id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new SiteId(row.getObject("site_id", UUID.class)),
        Optional.ofNullable(row.getObject("visit_type_id", UUID.class)).map(VisitTypeId::new),
        new WallTime(
            row.getObject("local_start", LocalDateTime.class),
            ZoneId.of(row.getString("zone")),
            WallTime.Fold.valueOf(row.getString("fold").toUpperCase(Locale.ROOT))),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getString("status"),
        Objects.requireNonNullElse(row.getString("cancel_reason"), ""),
        version,
        told == 0 ? 1 : told);
  }
}
