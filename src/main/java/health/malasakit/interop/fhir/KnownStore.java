package health.malasakit.interop.fhir;

import health.malasakit.kernel.OrganizationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names of resources of files, and the rows of ours that they became. */
@Repository
class KnownStore {

  private static final String ADD =
      """
      insert into interop.known_name as known (organization_id, name, kind, row_id, label)
      select :organization, name, :kind, :row, :label from unnest(cast(:names as uuid[])) as name
      on conflict (organization_id, name, row_id) do update
         set label = excluded.label, kind = excluded.kind
       where known.label <> excluded.label or known.kind <> excluded.kind
      returning (xmax = 0) as is_new
      """;

  private static final String FIND =
      """
      select kind, row_id, label from interop.known_name
       where organization_id = :organization and name = :name limit 2
      """;

  private final JdbcClient jdbc;

  KnownStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the names of a row; says whether any was new or changed. */
  Outcome add(OrganizationId organization, Collection<String> names, Known known) {
    List<Boolean> news =
        jdbc.sql(ADD)
            .param("organization", organization.value())
            .param("names", names.stream().map(KnownStore::hashed).toArray(UUID[]::new))
            .param("kind", known.kind().code())
            .param("row", known.row())
            .param("label", known.label())
            .query((row, n) -> row.getBoolean("is_new"))
            .list();
    if (news.isEmpty()) {
      return Outcome.UNCHANGED;
    }
    return news.size() == names.size() && news.stream().allMatch(isNew -> isNew)
        ? Outcome.CREATED
        : Outcome.UPDATED;
  }

  /** The rows of that name; two at most. */
  List<Known> find(OrganizationId organization, String name) {
    return jdbc.sql(FIND)
        .param("organization", organization.value())
        .param("name", hashed(name))
        .query((row, n) ->
            new Known(
                Known.Kind.of(row.getString("kind")),
                row.getObject("row_id", UUID.class),
                row.getString("label")))
        .list();
  }

  /** Names hold record numbers of patients, so a hash is kept. */
  static UUID hashed(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(hash);
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
