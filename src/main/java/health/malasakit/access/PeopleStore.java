package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeopleStore {

  private static final String OF_CLINIC =
      """
      select a.id, a.email, a.display_name, a.country, a.password_hash is not null as active,
             a.disabled_at is not null as disabled, array_agg(m.role order by m.role) as roles
        from access.membership m join access.account a on a.id = m.account_id
       where m.organization_id = :organization
         and (cast(:account as uuid) is null or m.account_id = cast(:account as uuid))
       group by a.id
       order by a.display_name, a.id
       limit 5000
      """;

  private static final String TAKE_ROLES =
      """
      delete from access.membership where organization_id = :organization and account_id = :account
      """;

  private static final String ASK_RESET =
      """
      insert into access.factor_reset (organization_id, id, account_id, asked_by, asked_at)
      values (:organization, :id, :account, :by, :now) on conflict do nothing
      """;

  private static final String RESETS_ASKED =
      """
      select id, account_id, asked_by, asked_at from access.factor_reset
       where organization_id = :organization and confirmed_at is null and asked_at > :since
       order by asked_at limit 100
      """;

  private static final String CONFIRM_RESET =
      """
      update access.factor_reset set confirmed_by = :by, confirmed_at = :now
       where organization_id = :organization and id = :id and confirmed_at is null
         and asked_at > :since and asked_by <> :by and account_id <> :by
      returning account_id
      """;

  private static final String FORGET_OLD_RESET =
      """
      delete from access.factor_reset
       where organization_id = :organization and account_id = :account and confirmed_at is null
         and asked_at <= :since
      """;

  private final JdbcClient jdbc;

  PeopleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Colleague> of(OrganizationId organization, @Nullable AccountId account) {
    return jdbc.sql(OF_CLINIC)
        .param("organization", organization.value())
        .param("account", account == null ? null : account.value())
        .query(PeopleStore::colleague)
        .list();
  }

  void takeRoles(OrganizationId organization, AccountId account) {
    jdbc.sql(TAKE_ROLES)
        .param("organization", organization.value())
        .param("account", account.value())
        .update();
  }

  /** False when one is asked already. */
  boolean askReset(OrganizationId organization, FactorResets.Asked asked, Instant since) {
    jdbc.sql(FORGET_OLD_RESET)
        .param("organization", organization.value())
        .param("account", asked.account().value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(ASK_RESET)
            .param("organization", organization.value())
            .param("id", asked.id())
            .param("account", asked.account().value())
            .param("by", asked.by().value())
            .param("now", asked.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<FactorResets.Asked> resetsAsked(OrganizationId organization, Instant since) {
    return jdbc.sql(RESETS_ASKED)
        .param("organization", organization.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) ->
            new FactorResets.Asked(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                new AccountId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Whose factors it was; empty when it cannot be confirmed by this person now. */
  Optional<AccountId> confirmReset(
      OrganizationId organization, FactorResets.Confirmed confirmed, Instant since) {
    return jdbc.sql(CONFIRM_RESET)
        .param("organization", organization.value())
        .param("id", confirmed.id())
        .param("by", confirmed.by().value())
        .param("now", confirmed.at().atOffset(ZoneOffset.UTC))
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
        .optional();
  }

  private static Colleague colleague(ResultSet row, int number) throws SQLException {
    return new Colleague(
        new AccountId(row.getObject("id", UUID.class)),
        row.getString("display_name"),
        row.getString("email"),
        row.getString("country"),
        roles((String[]) row.getArray("roles").getArray()),
        state(row));
  }

  private static Colleague.State state(ResultSet row) throws SQLException {
    if (row.getBoolean("disabled")) {
      return Colleague.State.CLOSED;
    }
    return row.getBoolean("active") ? Colleague.State.ACTIVE : Colleague.State.INVITED;
  }

  private static Set<Role> roles(String[] codes) {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream(codes).map(Role::of).forEach(roles::add);
    return roles;
  }
}
