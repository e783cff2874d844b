package health.malasakit.access.records;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StaffProfileStore {

  private static final String FIND =
      """
      select account_id, given_name, family_name, birth_date, phone, address_hash
        from access.staff_profile where account_id = :account
      """;

  /** What was replaced within the hour was a slip: who would mislead could say that first. */
  private static final String EVER_SAID =
      """
      select account_id, given_name, family_name, birth_date, phone, address_hash
        from access.staff_profile_said
       where account_id = :account
         and (replaced_at is null or replaced_at >= said_at + interval '1 hour')
       group by account_id, given_name, family_name, birth_date, phone, address_hash
       order by min(said_at) limit 100
      """;

  private static final String SET =
      """
      insert into access.staff_profile
             (account_id, given_name, family_name, birth_date, phone, address_hash, changed_at)
      values (:account, :given, :family, :birth, :phone, :address, :now)
      on conflict (account_id) do update
         set given_name = excluded.given_name, family_name = excluded.family_name,
             birth_date = excluded.birth_date, phone = excluded.phone,
             address_hash = excluded.address_hash, changed_at = excluded.changed_at
      """;

  /** Clocks of two machines differ a little. */
  private static final String REPLACE =
      """
      update access.staff_profile_said set replaced_at = greatest(:now, said_at)
       where account_id = :account and replaced_at is null
         and (given_name, family_name, birth_date, phone, address_hash)
               is distinct from (:given, :family, cast(:birth as date), :phone, :address)
      """;

  private static final String KEEP =
      """
      insert into access.staff_profile_said
             (account_id, id, given_name, family_name, birth_date, phone, address_hash, said_at)
      select p.account_id, :id, p.given_name, p.family_name, p.birth_date, p.phone, p.address_hash,
             p.changed_at
        from access.staff_profile p
       where p.account_id = :account
         and not exists (select 1 from access.staff_profile_said s
                          where s.account_id = :account and s.replaced_at is null)
      """;

  private static final String UNKNOWN_IN =
      """
      select distinct m.account_id
        from access.membership m join access.account a on a.id = m.account_id
       where m.organization_id = :organization and a.disabled_at is null
         and not exists (select 1 from access.staff_profile_said said
                          where said.account_id = m.account_id
                            and (said.replaced_at is null
                                 or said.replaced_at >= said.said_at + interval '1 hour')
                            and (said.birth_date is not null or said.phone <> ''
                                 or said.address_hash <> ''))
       limit 5000
      """;

  private final JdbcClient jdbc;

  StaffProfileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StaffProfile> find(AccountId account) {
    return jdbc.sql(FIND)
        .param("account", account.value())
        .query((row, n) -> profile(row))
        .optional();
  }

  List<StaffProfile> everSaid(AccountId account) {
    return jdbc.sql(EVER_SAID)
        .param("account", account.value())
        .query((row, n) -> profile(row))
        .list();
  }

  /** What she said until now is kept with the time for which it stood. */
  void set(StaffProfile profile, Instant now) {
    said(SET, profile, now).update();
    said(REPLACE, profile, now).update();
    jdbc.sql(KEEP).param("account", profile.account().value()).param("id", Ids.next()).update();
  }

  List<AccountId> unknownIn(OrganizationId organization) {
    return jdbc.sql(UNKNOWN_IN)
        .param("organization", organization.value())
        .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
        .list();
  }

  private JdbcClient.StatementSpec said(String sql, StaffProfile profile, Instant now) {
    return jdbc.sql(sql)
        .param("account", profile.account().value())
        .param("given", profile.givenName())
        .param("family", profile.familyName())
        .param("birth", profile.birthDate().orElse(null))
        .param("phone", profile.phone())
        .param("address", profile.addressHash())
        .param("now", now.atOffset(ZoneOffset.UTC));
  }

  private static StaffProfile profile(ResultSet row) throws SQLException {
    return new StaffProfile(
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("given_name"),
        row.getString("family_name"),
        Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
        row.getString("phone"),
        row.getString("address_hash"));
  }
}
