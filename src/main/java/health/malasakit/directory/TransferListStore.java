package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TransferListStore {

  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('directory.transfers ' || cast(:organization as text), 0))
      """;

  private static final String OF_ORGANIZATIONS =
      """
      select * from directory.transfer_target where organization_id = any(cast(:organizations as uuid[]))
       order by organization_id, position, id limit 20000
      """;

  private static final String BY_ID =
      """
      select * from directory.transfer_target where id = :id
      """;

  private static final String HOURS =
      """
      select target_id, weekday, opens, closes from directory.transfer_hours
       where target_id = any(cast(:targets as uuid[])) limit 100000
      """;

  private static final String ADD =
      """
      insert into directory.transfer_target (organization_id, id, desk, name, phone, account_code, reach,
                                             fallback_id, fallback_words, position)
      values (:organization, :id, :desk, :name, :phone, :code, :reach, :fallback, :words,
              (select coalesce(max(position), 0) + 1 from directory.transfer_target
                where organization_id = :organization))
      """;

  private static final String CHANGE =
      """
      update directory.transfer_target
         set desk = :desk, name = :name, phone = :phone, account_code = :code, reach = :reach,
             fallback_id = :fallback, fallback_words = :words, version = version + 1
       where organization_id = :organization and id = :id and version = :version
      """;

  private static final String REMOVE =
      """
      delete from directory.transfer_target where organization_id = :organization and id = :id
      """;

  private static final String FORGET_HOURS =
      """
      delete from directory.transfer_hours where organization_id = :organization and target_id = :id
      """;

  private static final String ADD_HOURS =
      """
      insert into directory.transfer_hours (organization_id, target_id, weekday, opens, closes)
      values (:organization, :id, :weekday, :opens, :closes)
      """;

  private final JdbcClient jdbc;

  TransferListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever changes the same clinic's list waits here until this transaction has ended. */
  void alone(OrganizationId organization) {
    jdbc.sql(ALONE).param("organization", organization.value()).query(row -> {});
  }

  List<TransferTarget> of(Collection<OrganizationId> organizations) {
    UUID[] ids = organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
    return complete(
        jdbc.sql(OF_ORGANIZATIONS).param("organizations", ids).query((row, n) -> bare(row)).list());
  }

  Optional<TransferTarget> byId(TransferTargetId id) {
    return complete(jdbc.sql(BY_ID).param("id", id.value()).query((row, n) -> bare(row)).list())
        .stream()
        .findFirst();
  }

  void add(TransferTarget target) {
    bound(ADD, target).update();
    addHours(target);
  }

  /** False when the row is no longer at this version. */
  boolean change(TransferTarget next) {
    if (bound(CHANGE, next).param("version", next.version()).update() == 0) {
      return false;
    }
    named(FORGET_HOURS, next).update();
    addHours(next);
    return true;
  }

  void remove(TransferTarget target) {
    named(REMOVE, target).update();
  }

  private void addHours(TransferTarget target) {
    target
        .details()
        .ownHours()
        .days()
        .forEach((day, spans) ->
            spans.forEach(span ->
                named(ADD_HOURS, target)
                    .param("weekday", day.getValue())
                    .param("opens", span.opens())
                    .param("closes", span.closes())
                    .update()));
  }

  private JdbcClient.StatementSpec named(String sql, TransferTarget target) {
    return jdbc.sql(sql)
        .param("organization", target.organization().value())
        .param("id", target.id().value());
  }

  private JdbcClient.StatementSpec bound(String sql, TransferTarget target) {
    TransferTarget.Details details = target.details();
    return named(sql, target)
        .param("desk", details.desk().code())
        .param("name", details.name())
        .param("phone", details.phone().written())
        .param("code", details.accountCode())
        .param("reach", details.reach().code())
        .param("fallback", details.fallback().next().map(TransferTargetId::value).orElse(null))
        .param("words", details.fallback().words());
  }

  private List<TransferTarget> complete(List<TransferTarget> bare) {
    Map<UUID, Map<DayOfWeek, List<Span>>> hours = new HashMap<>();
    jdbc.sql(HOURS)
        .param("targets", bare.stream().map(each -> each.id().value()).toArray(UUID[]::new))
        .query(row -> {
          hours
              .computeIfAbsent(
                  row.getObject("target_id", UUID.class), id -> new EnumMap<>(DayOfWeek.class))
              .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), day -> new ArrayList<>())
              .add(
                  new Span(
                      row.getObject("opens", LocalTime.class),
                      row.getObject("closes", LocalTime.class)));
        });
    return bare.stream()
        .map(each ->
            each.withOwnHours(new WeekHours(hours.getOrDefault(each.id().value(), Map.of()))))
        .toList();
  }

  private static TransferTarget bare(ResultSet row) throws SQLException {
    return new TransferTarget(
        new TransferTargetId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new TransferTarget.Details(
            Codes.of(TransferTarget.Desk.class, row.getString("desk")),
            row.getString("name"),
            Phone.of(row.getString("phone")),
            row.getString("account_code"),
            Codes.of(TransferTarget.Reach.class, row.getString("reach")),
            WeekHours.NONE,
            new TransferTarget.Fallback(
                Optional.ofNullable(row.getObject("fallback_id", UUID.class))
                    .map(TransferTargetId::new),
                row.getString("fallback_words"))),
        row.getLong("version"));
  }
}
