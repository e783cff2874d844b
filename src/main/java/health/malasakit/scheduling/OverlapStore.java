package health.malasakit.scheduling;

import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of visit types that one patient may have at the same time. */
@Repository
class OverlapStore {

  /** A pair in any order. */
  record Pair(VisitTypeId one, VisitTypeId other) {}

  private static final String ALLOW =
      """
      insert into scheduling.may_overlap (organization_id, visit_type_id, other_visit_type_id)
      values (:organization, least(cast(:one as uuid), :other), greatest(cast(:one as uuid), :other))
      on conflict do nothing
      """;

  private static final String FORBID =
      """
      delete from scheduling.may_overlap
       where organization_id = :organization
         and visit_type_id = least(cast(:one as uuid), :other) and other_visit_type_id = greatest(cast(:one as uuid), :other)
      """;

  private static final String ALL =
      """
      select visit_type_id, other_visit_type_id from scheduling.may_overlap
       where organization_id = :organization limit 1000
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

  OverlapStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void allow(OrganizationId organization, Pair pair) {
    write(ALLOW, organization, pair);
  }

  void forbid(OrganizationId organization, Pair pair) {
    write(FORBID, organization, pair);
  }

  private void write(String statement, OrganizationId organization, Pair pair) {
    jdbc.sql(statement)
        .param("organization", organization.value())
        .param("one", pair.one().value())
        .param("other", pair.other().value())
        .update();
  }

  List<Pair> all(OrganizationId organization) {
    return jdbc.sql(ALL)
        .param("organization", organization.value())
        .query((row, n) ->
            new Pair(
                new VisitTypeId(row.getObject(1, UUID.class)),
                new VisitTypeId(row.getObject(2, UUID.class))))
        .list();
  }

  /** The types beside which this one may be. */
  Set<VisitTypeId> besides(OrganizationId organization, VisitTypeId type) {
    var besides = new HashSet<VisitTypeId>();
    for (var pair : all(organization)) {
      if (pair.one().equals(type)) {
        besides.add(pair.other());
      }
      if (pair.other().equals(type)) {
        besides.add(pair.one());
      }
    }
    return besides;
  }

  List<VisitTypeId> typesOf(OrganizationId organization, List<UUID> holders) {
    return jdbc.sql(TYPES_OF)
        .param("organization", organization.value())
        .param("holders", holders.toArray(UUID[]::new))
        .query((row, n) -> new VisitTypeId(row.getObject(1, UUID.class)))
        .list();
  }
}
