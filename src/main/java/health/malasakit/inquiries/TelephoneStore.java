package health.malasakit.inquiries;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TelephoneStore {

  private static final String ADD =
      """
      insert into inquiries.telephone_system (system_id, name, token_digest, made_by, made_at)
      values (:id, :name, :digest, :by, :now)
      """;

  private static final String RENEW =
      """
      update inquiries.telephone_system set token_digest = :digest, outgoing = outgoing + 1 where system_id = :id
      """;

  private static final String DECIDE =
      """
      update inquiries.telephone_system set webhook = :webhook where system_id = :id
      """;

  private static final String FIND =
      """
      select system_id, name, made_at, webhook, outgoing from inquiries.telephone_system where system_id = :id
      """;

  private static final String CLINICS =
      """
      select access.telephone_clinics(:id) as organization_id
      """;

  private static final String RINGING_FOR =
      """
      select distinct s.system_id, s.name, s.made_at, s.webhook, s.outgoing from inquiries.telephone_system s
        join inquiries.telephone_line l on l.system_id = s.system_id
       where l.organization_id = any (:organizations)
       order by s.name, s.system_id limit 200
      """;

  private static final String ADD_LINE =
      """
      insert into inquiries.telephone_line (organization_id, system_id, added_by, added_at)
      values (:organization, :id, :by, :now) on conflict (organization_id, system_id) do nothing
      """;

  private static final String REMOVE_LINE =
      """
      delete from inquiries.telephone_line where organization_id = :organization and system_id = :id
      """;

  private static final String SHOWING =
      """
      select system_id, organization_id from access.telephone_system_by_token(:digest)
      """;

  private final JdbcClient jdbc;

  TelephoneStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(TelephoneSystem system, byte[] digest, AccountId by) {
    jdbc.sql(ADD)
        .param("id", system.id().value())
        .param("name", system.name())
        .param("digest", digest)
        .param("by", by.value())
        .param("now", system.madeAt().atOffset(UTC))
        .update();
  }

  void renew(TelephoneId id, byte[] digest) {
    jdbc.sql(RENEW).param("id", id.value()).param("digest", digest).update();
  }

  /** Where it is told who took a call; empty: it decides itself. */
  void decide(TelephoneId id, Optional<URI> webhook) {
    jdbc.sql(DECIDE)
        .param("webhook", webhook.map(URI::toString).orElse(null))
        .param("id", id.value())
        .update();
  }

  Optional<TelephoneSystem> find(TelephoneId id) {
    return jdbc.sql(FIND).param("id", id.value()).query(TelephoneStore::system).optional();
  }

  /** Every clinic that it may ring for, whatever the scope. */
  List<OrganizationId> clinics(TelephoneId id) {
    return jdbc.sql(CLINICS)
        .param("id", id.value())
        .query((row, n) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
        .list();
  }

  /** Those that may ring for any of these clinics, by name; 200 at most. */
  List<TelephoneSystem> ringingFor(Collection<OrganizationId> where) {
    return jdbc.sql(RINGING_FOR)
        .param("organizations", where.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query(TelephoneStore::system)
        .list();
  }

  void addLine(OrganizationId organization, TelephoneId id, AccountId by, Instant now) {
    jdbc.sql(ADD_LINE)
        .param("organization", organization.value())
        .param("id", id.value())
        .param("by", by.value())
        .param("now", now.atOffset(UTC))
        .update();
  }

  void removeLine(OrganizationId organization, TelephoneId id) {
    jdbc.sql(REMOVE_LINE)
        .param("organization", organization.value())
        .param("id", id.value())
        .update();
  }

  /** Before scope: the system of this token and the clinics it may ring for. */
  Optional<CallDoor.Showing> showing(byte[] digest) {
    var clinics = new HashSet<OrganizationId>();
    var systems = new HashSet<TelephoneId>();
    jdbc.sql(SHOWING)
        .param("digest", digest)
        .query(row -> {
          systems.add(new TelephoneId(row.getObject("system_id", UUID.class)));
          clinics.add(new OrganizationId(row.getObject("organization_id", UUID.class)));
        });
    return systems.stream()
        .findFirst()
        .map(system -> new CallDoor.Showing(system, Set.copyOf(clinics)));
  }

  private static TelephoneSystem system(ResultSet row, int number) throws SQLException {
    return new TelephoneSystem(
        new TelephoneId(row.getObject("system_id", UUID.class)),
        row.getString("name"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("webhook")).map(URI::create),
        row.getInt("outgoing"));
  }
}
