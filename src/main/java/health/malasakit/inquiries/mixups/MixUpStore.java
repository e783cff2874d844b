package health.malasakit.inquiries.mixups;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.mixups.MixUp.Done;
import health.malasakit.inquiries.mixups.MixUp.Finding;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MixUpStore {

  private static final String ADD =
      """
      insert into inquiries.mixup (organization_id, mixup_id, what, thing_id, thing_version, slip, told, by_id, at)
      values (:organization, :id, :what, :thing, :version, :slip, :told, :by, :at)
      """;

  private static final String ADD_SIDE =
      """
      insert into inquiries.mixup_side (organization_id, mixup_id, side, patient_id)
      values (:organization, :id, :side, :patient)
      """;

  private static final String SAVE =
      """
      update inquiries.mixup
         set undone_by = :undone_by, undone_at = :undone_at, found = :found, found_by = :found_by, found_at = :found_at
       where organization_id = :organization and mixup_id = :id
      """;

  private static final String FIND =
      """
      select * from inquiries.mixup where organization_id = :organization and mixup_id = :id
      """;

  private static final String ALONE = FIND + " for update";

  private static final String WAITING =
      """
      select * from inquiries.mixup
       where organization_id = :organization and told <> '{}' and found_at is null order by at limit 100
      """;

  private static final String SIDES =
      """
      select mixup_id, side, patient_id from inquiries.mixup_side
       where organization_id = :organization and mixup_id = any (:ids) limit 400
      """;

  private static final String OF_PATIENT =
      """
      select s.patient_id, s.side, m.what, m.by_id, m.at, m.undone_at
        from inquiries.mixup_side s
        join inquiries.mixup m on m.organization_id = s.organization_id and m.mixup_id = s.mixup_id
       where s.organization_id = :organization and s.patient_id = :patient
       order by s.mixup_id desc limit 50
      """;

  private static final String COUNTS =
      """
      select slip, count(*) as times from inquiries.mixup
       where organization_id = any (:organizations) and at >= :since and undone_at is null group by slip
      """;

  private final JdbcClient jdbc;

  MixUpStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(MixUp one, PatientId wrong, PatientId right) {
    of(ADD, one)
        .param("what", one.thing().what().code())
        .param("thing", one.thing().id())
        .param("version", one.version())
        .param("slip", one.slip().code())
        .param("told", one.told().stream().map(Told::code).sorted().toArray(String[]::new))
        .param("by", one.done().by().value())
        .param("at", one.done().at().atOffset(UTC))
        .update();
    of(ADD_SIDE, one).param("side", "wrong").param("patient", wrong.value()).update();
    of(ADD_SIDE, one).param("side", "right").param("patient", right.value()).update();
  }

  void save(MixUp one) {
    of(SAVE, one)
        .param("undone_by", one.undone().map(done -> done.by().value()).orElse(null))
        .param("undone_at", one.undone().map(done -> done.at().atOffset(UTC)).orElse(null))
        .param("found", one.finding().map(Finding::words).orElse(null))
        .param("found_by", one.finding().map(found -> found.by().value()).orElse(null))
        .param("found_at", one.finding().map(found -> found.at().atOffset(UTC)).orElse(null))
        .update();
  }

  Optional<MixUp> find(OrganizationId organization, MixUpId id) {
    return one(FIND, organization, id);
  }

  /** The mix-up, which nobody else changes until this transaction has ended. */
  Optional<MixUp> alone(OrganizationId organization, MixUpId id) {
    return one(ALONE, organization, id);
  }

  /** Those that the privacy officer has yet to close, the oldest first; 100 at most. */
  List<MixUp> waiting(OrganizationId organization) {
    return jdbc.sql(WAITING)
        .param("organization", organization.value())
        .query(MixUpStore::read)
        .list();
  }

  /** Both persons of each, as far as they may be seen from here. */
  Map<MixUpId, MixUps.Persons> persons(OrganizationId organization, Collection<MixUpId> ids) {
    record Line(MixUpId id, boolean right, PatientId patient) {}
    var lines =
        jdbc.sql(SIDES)
            .param("organization", organization.value())
            .param("ids", ids.stream().map(MixUpId::value).toArray(UUID[]::new))
            .query((row, n) ->
                new Line(
                    new MixUpId(row.getObject("mixup_id", UUID.class)),
                    row.getString("side").equals("right"),
                    new PatientId(row.getObject("patient_id", UUID.class))))
            .list();
    return ids.stream()
        .collect(
            Collectors.toMap(
                id -> id,
                id -> {
                  var hers = lines.stream().filter(line -> line.id().equals(id)).toList();
                  return new MixUps.Persons(
                      hers.stream().filter(line -> !line.right()).map(Line::patient).findFirst(),
                      hers.stream().filter(Line::right).map(Line::patient).findFirst());
                }));
  }

  /** What was moved from or to her, the newest first; 50 at most. */
  List<Side> of(OrganizationId organization, PatientId patient) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) ->
            new Side(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("side").equals("right"),
                Thing.What.of(row.getString("what")),
                new AccountId(row.getObject("by_id", UUID.class)),
                instant(row, "at").orElseThrow(),
                row.getObject("undone_at") != null))
        .list();
  }

  /** How often, by whose slip it was; of nobody by name. */
  Map<Slip, Integer> counts(Collection<OrganizationId> organizations, Instant since) {
    var counts = new EnumMap<Slip, Integer>(Slip.class);
    jdbc.sql(COUNTS)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("since", since.atOffset(UTC))
        .query(row -> {
          counts.put(Slip.of(row.getString("slip")), row.getInt("times"));
        });
    return counts;
  }

  private Optional<MixUp> one(String question, OrganizationId organization, MixUpId id) {
    return jdbc.sql(question)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(MixUpStore::read)
        .optional();
  }

  private JdbcClient.StatementSpec of(String sql, MixUp one) {
    return jdbc.sql(sql)
        .param("organization", one.organization().value())
        .param("id", one.id().value());
  }

  private static MixUp read(ResultSet row, int number) throws SQLException {
    return new MixUp(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new MixUpId(row.getObject("mixup_id", UUID.class)),
        new Thing(Thing.What.of(row.getString("what")), row.getObject("thing_id", UUID.class)),
        row.getInt("thing_version"),
        Slip.of(row.getString("slip")),
        told(row),
        done(row, "by_id", "at").orElseThrow(),
        done(row, "undone_by", "undone_at"),
        done(row, "found_by", "found_at").map(by -> new Finding(found(row), by.by(), by.at())));
  }

  private static String found(ResultSet row) {
    try {
      return row.getString("found");
    } catch (SQLException no) {
      throw new IllegalStateException("The finding cannot be read", no);
    }
  }

  private static Set<Told> told(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("told").getArray())
        .map(Told::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Done> done(ResultSet row, String by, String at) throws SQLException {
    var when = instant(row, at);
    return when.isEmpty()
        ? Optional.empty()
        : Optional.of(new Done(new AccountId(row.getObject(by, UUID.class)), when.get()));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
