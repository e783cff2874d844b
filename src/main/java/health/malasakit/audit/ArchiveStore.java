package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which parts of the audit lie in files. */
@Repository
class ArchiveStore {

  private static final String OF_ORGANIZATION =
      """
      select part, first_position, last_position, lines, file_hash
        from audit.archive where organization_id = :organization order by part limit 200
      """;

  private final JdbcClient jdbc;

  ArchiveStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Archived> of(OrganizationId organization) {
    return jdbc.sql(OF_ORGANIZATION)
        .param("organization", organization.value())
        .query((row, n) ->
            new Archived(
                organization,
                row.getString("part"),
                new Archived.Extent(
                    row.getLong("first_position"),
                    row.getLong("last_position"),
                    row.getLong("lines")),
                Chain.hex(row.getBytes("file_hash"))))
        .list();
  }
}
