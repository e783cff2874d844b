package health.malasakit.access;

import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganizationStore {

  private static final String ADD =
      """
      insert into access.organization (organization_id, slug, name, state, created_at)
      values (:id, :slug, :name, :state, :now)
      """;

  private static final String IN_SCOPE =
      """
      select organization_id, slug, name, state from access.organization order by name limit 2000
      """;

  private static final String BY_SLUG =
      """
      select access.organization_by_slug(:slug)
      """;

  private static final String ALL_IDS =
      """
      select organization_ids from access.organization_ids()
      """;

  private static final String TO_SEAL =
      """
      select organization_ids from access.organizations_to_seal() as organization_ids
      """;

  private static final String WITH_MESSAGES_DUE =
      """
      select organization_ids from access.organizations_with_messages_due(cast(:moment as timestamptz)) as organization_ids
      """;

  private static final String WITH_WORK =
      """
      select organization_ids from access.organizations_with_work(:work, cast(:moment as timestamptz)) as organization_ids
      """;

  private static final String OWNER_OF =
      """
      select access.owner_of(:subject, :id)
      """;

  private static final String ADD_MEMBER =
      """
      insert into access.membership (organization_id, account_id, role, granted_by, granted_at)
      values (:organization, :account, :role, :by, :now)
      on conflict do nothing
      """;

  private final JdbcClient jdbc;

  OrganizationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Organization organization, Instant now) {
    jdbc.sql(ADD)
        .param("id", organization.id().value())
        .param("slug", organization.slug())
        .param("name", organization.name())
        .param("state", organization.state())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Organization> inScope() {
    return jdbc.sql(IN_SCOPE).query((row, n) -> organization(row)).list();
  }

  Optional<OrganizationId> bySlug(String slug) {
    return jdbc.sql(BY_SLUG)
        .param("slug", slug)
        .query(UUID.class)
        .optional()
        .map(OrganizationId::new);
  }

  List<OrganizationId> allIds() {
    return ids(jdbc.sql(ALL_IDS));
  }

  List<OrganizationId> toSeal() {
    return ids(jdbc.sql(TO_SEAL));
  }

  List<OrganizationId> withMessagesDue(Instant moment) {
    return ids(jdbc.sql(WITH_MESSAGES_DUE).param("moment", moment.atOffset(ZoneOffset.UTC)));
  }

  List<OrganizationId> withWork(String work, Instant moment) {
    return ids(
        jdbc.sql(WITH_WORK).param("work", work).param("moment", moment.atOffset(ZoneOffset.UTC)));
  }

  private static List<OrganizationId> ids(JdbcClient.StatementSpec asked) {
    return asked.query((row, n) -> new OrganizationId(row.getObject(1, UUID.class))).list();
  }

  /** Asked when nobody in scope has it, so through a function that may look everywhere. */
  Optional<OrganizationId> ownerOf(String subject, UUID id) {
    return jdbc.sql(OWNER_OF)
        .param("subject", subject)
        .param("id", id)
        .query(UUID.class)
        .optional()
        .map(OrganizationId::new);
  }

  void addMember(Membership member, Optional<UUID> by, Instant now) {
    jdbc.sql(ADD_MEMBER)
        .param("organization", member.organization().value())
        .param("account", member.account().value())
        .param("role", member.role().code())
        .param("by", by.orElse(null))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Organization organization(ResultSet row) throws SQLException {
    return new Organization(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("slug"),
        row.getString("name"),
        row.getString("state"));
  }
}
