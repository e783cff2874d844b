package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitTypeStore {

  private static final String BY_IDS =
      """
      select * from directory.visit_type where id = any(cast(:ids as uuid[])) limit 2000
      """;

  private static final String MODALITY =
      """
      select modality from directory.visit_type where id = :id
      """;

  private static final String OF_ORGANIZATION =
      """
      select * from directory.visit_type where organization_id = :organization order by name limit 2000
      """;

  private static final String IN_SCOPE =
      """
      select * from directory.visit_type where active order by name, organization_id limit 20000
      """;

  private static final String GIVEN_BY =
      """
      select visit_type_id, practitioner_id from directory.visit_type_practitioner
       where visit_type_id = any(cast(:ids as uuid[])) limit 50000
      """;

  private static final String NEEDS =
      """
      select visit_type_id, type, kind from directory.visit_type_need
       where visit_type_id = any(cast(:ids as uuid[])) limit 50000
      """;

  private static final String ADD =
      """
      insert into directory.visit_type (organization_id, id, name, minutes, modality, preparation,
                                        least_notice_minutes, patients, active)
      values (:organization, :id, :name, :minutes, :modality, :preparation, :notice, :patients, :active)
      """;

  private static final String CHANGE =
      """
      update directory.visit_type
         set name = :name, minutes = :minutes, modality = :modality, preparation = :preparation,
             least_notice_minutes = :notice, patients = :patients, active = :active, version = version + 1
       where organization_id = :organization and id = :id and version = :version
      """;

  private static final String FORGET_GIVEN_BY =
      """
      delete from directory.visit_type_practitioner
       where organization_id = :organization and visit_type_id = :id
      """;

  private static final String ADD_GIVEN_BY =
      """
      insert into directory.visit_type_practitioner (organization_id, visit_type_id, practitioner_id)
      select :organization, :id, practitioner from unnest(cast(:practitioners as uuid[])) as practitioner
      """;

  private static final String FORGET_NEEDS =
      """
      delete from directory.visit_type_need where organization_id = :organization and visit_type_id = :id
      """;

  private static final String ADD_NEED =
      """
      insert into directory.visit_type_need (organization_id, visit_type_id, type, kind)
      values (:organization, :id, :type, :kind)
      """;

  private final JdbcClient jdbc;

  VisitTypeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How it is held, without all that belongs to it. */
  Optional<VisitType.Modality> modality(VisitTypeId id) {
    return jdbc.sql(MODALITY)
        .param("id", id.value())
        .query((row, n) -> Codes.of(VisitType.Modality.class, row.getString("modality")))
        .optional();
  }

  List<VisitType> byIds(Collection<VisitTypeId> ids) {
    UUID[] asked = ids.stream().map(VisitTypeId::value).toArray(UUID[]::new);
    return complete(jdbc.sql(BY_IDS).param("ids", asked).query((row, n) -> bare(row)).list());
  }

  List<VisitType> of(OrganizationId organization) {
    return complete(
        jdbc.sql(OF_ORGANIZATION)
            .param("organization", organization.value())
            .query((row, n) -> bare(row))
            .list());
  }

  List<VisitType> inScope() {
    return complete(jdbc.sql(IN_SCOPE).query((row, n) -> bare(row)).list());
  }

  void add(VisitType type) {
    bound(ADD, type).update();
    keepLists(type);
  }

  /** False when the row is no longer at this version. */
  boolean change(VisitType next) {
    if (bound(CHANGE, next).param("version", next.version()).update() == 0) {
      return false;
    }
    for (String forget : List.of(FORGET_GIVEN_BY, FORGET_NEEDS)) {
      jdbc.sql(forget)
          .param("organization", next.organization().value())
          .param("id", next.id().value())
          .update();
    }
    keepLists(next);
    return true;
  }

  private void keepLists(VisitType type) {
    jdbc.sql(ADD_GIVEN_BY)
        .param("organization", type.organization().value())
        .param("id", type.id().value())
        .param(
            "practitioners",
            type.givenBy().stream().map(PractitionerId::value).toArray(UUID[]::new))
        .update();
    for (VisitType.Need need : type.needs()) {
      jdbc.sql(ADD_NEED)
          .param("organization", type.organization().value())
          .param("id", type.id().value())
          .param("type", need.type().code())
          .param("kind", need.kind())
          .update();
    }
  }

  private JdbcClient.StatementSpec bound(String sql, VisitType type) {
    VisitType.Details details = type.details();
    return jdbc.sql(sql)
        .param("organization", type.organization().value())
        .param("id", type.id().value())
        .param("name", details.name())
        .param("minutes", details.minutes())
        .param("modality", details.modality().code())
        .param("preparation", details.preparation())
        .param("notice", details.leastNoticeMinutes())
        .param("patients", details.patients().code())
        .param("active", type.active());
  }

  private List<VisitType> complete(List<VisitType> bare) {
    UUID[] ids = bare.stream().map(type -> type.id().value()).toArray(UUID[]::new);
    Map<UUID, Set<PractitionerId>> givenBy = new HashMap<>();
    jdbc.sql(GIVEN_BY)
        .param("ids", ids)
        .query(row -> {
          givenBy
              .computeIfAbsent(row.getObject("visit_type_id", UUID.class), id -> new HashSet<>())
              .add(new PractitionerId(row.getObject("practitioner_id", UUID.class)));
        });
    Map<UUID, Set<VisitType.Need>> needs = new HashMap<>();
    jdbc.sql(NEEDS)
        .param("ids", ids)
        .query(row -> {
          needs
              .computeIfAbsent(row.getObject("visit_type_id", UUID.class), id -> new HashSet<>())
              .add(
                  new VisitType.Need(
                      Codes.of(Resource.Type.class, row.getString("type")), row.getString("kind")));
        });
    return bare.stream()
        .map(type ->
            new VisitType(
                type.id(),
                type.organization(),
                type.details(),
                givenBy.getOrDefault(type.id().value(), Set.of()),
                needs.getOrDefault(type.id().value(), Set.of()),
                type.active(),
                type.version()))
        .toList();
  }

  private static VisitType bare(ResultSet row) throws SQLException {
    return new VisitType(
        new VisitTypeId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new VisitType.Details(
            row.getString("name"),
            row.getInt("minutes"),
            Codes.of(VisitType.Modality.class, row.getString("modality")),
            row.getString("preparation"),
            row.getInt("least_notice_minutes"),
            Codes.of(VisitType.Patients.class, row.getString("patients"))),
        Set.of(),
        Set.of(),
        row.getBoolean("active"),
        row.getLong("version"));
  }
}
