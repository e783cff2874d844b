package health.malasakit.inquiries.mixups;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.mixups.MixUp.Finding;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MixUpStore {

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended('inquiries.mixups ' || :thing, 0))
      """;

  private static final String ADD =
      """
      insert into inquiries.mixup (organization_id, mixup_id, what, thing_id, thing_version, slip, told, by_id, at,
                                    part_of)
      values (:organization, :id, :what, :thing, :version, :slip, :told, :by, :at, :part)
      """;

  private static final String SAVE =
      """
      update inquiries.mixup
         set undone_by = :undone_by, undone_at = :undone_at, found = :found, found_by = :found_by, found_at = :found_at
       where organization_id = :organization and mixup_id = :id
      """;

  private static final String SETTLE =
      """
      update inquiries.mixup set slip = :slip, told = :told, thing_version = :version
       where organization_id = :organization and mixup_id = :id
      """;

  private static final String PARTS =
      """
      select * from inquiries.mixup where organization_id = :organization and part_of = :id order by mixup_id limit 100
      """;

  private static final String OF_THING =
      """
      select * from inquiries.mixup
       where organization_id = :organization and thing_id = :thing order by at desc limit 50
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

  private static final String COUNTS =
      """
      select slip, count(*) as times from inquiries.mixup
       where organization_id = any (:organizations) and at >= :since and undone_at is null and part_of is null
       group by slip
      """;

  private final JdbcClient jdbc;

  MixUpStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(MixUp one) {
    of(ADD, one)
        .param("what", one.thing().what().code())
        .param("thing", one.thing().id())
        .param("version", one.version())
        .param("slip", one.slip().code())
        .param("told", codes(one))
        .param("by", one.done().by().value())
        .param("at", one.done().at().atOffset(UTC))
        .param("part", one.partOf().map(MixUpId::value).orElse(null))
        .update();
  }

  void settle(MixUp one) {
    of(SETTLE, one)
        .param("slip", one.slip().code())
        .param("told", codes(one))
        .param("version", one.version())
        .update();
  }

  private static String[] codes(MixUp one) {
    return one.told().stream().map(Told::code).sorted().toArray(String[]::new);
  }

  /** What was moved with it. */
  List<MixUp> parts(MixUp one) {
    return of(PARTS, one).query(MixUpRow::of).list();
  }

  /** Of a thing, the latest first. */
  List<MixUp> of(OrganizationId organization, Thing thing) {
    return jdbc.sql(OF_THING)
        .param("organization", organization.value())
        .param("thing", thing.id())
        .query(MixUpRow::of)
        .list();
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

  /** Until this transaction has ended nobody else moves this thing. */
  void lock(OrganizationId organization, Thing thing) {
    jdbc.sql(LOCK)
        .param("thing", organization + " " + thing.what().code() + " " + thing.id())
        .query((row, n) -> true)
        .single();
  }

  /** The mix-up, which nobody else changes until this transaction has ended. */
  Optional<MixUp> alone(OrganizationId organization, MixUpId id) {
    return one(ALONE, organization, id);
  }

  /** Those that the privacy officer has yet to close, the oldest first; 100 at most. */
  List<MixUp> waiting(OrganizationId organization) {
    return jdbc.sql(WAITING).param("organization", organization.value()).query(MixUpRow::of).list();
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
        .query(MixUpRow::of)
        .optional();
  }

  private JdbcClient.StatementSpec of(String sql, MixUp one) {
    return jdbc.sql(sql)
        .param("organization", one.organization().value())
        .param("id", one.id().value());
  }
}
