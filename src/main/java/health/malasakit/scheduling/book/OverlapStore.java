package health.malasakit.scheduling.book;

import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.scheduling.book.Overlaps.Pair;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of visit types that one patient may have at the same time. */
@Repository
class OverlapStore {

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

  private final JdbcClient jdbc;

  OverlapStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the pair is listed already. */
  boolean allow(OrganizationId organization, Pair pair) {
    return write(ALLOW, organization, pair);
  }

  /** False when it is not listed. */
  boolean forbid(OrganizationId organization, Pair pair) {
    return write(FORBID, organization, pair);
  }

  private boolean write(String statement, OrganizationId organization, Pair pair) {
    return jdbc.sql(statement)
            .param("organization", organization.value())
            .param("one", pair.one().value())
            .param("other", pair.other().value())
            .update()
        == 1;
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
}
