package health.malasakit.access.records;

import health.malasakit.kernel.AccountId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff say of themselves, so that the gate knows their own records. */
@Component
public class StaffProfiles {

  private final Store store;
  private final Clock clock;

  StaffProfiles(JdbcClient jdbc, Clock clock) {
    this.store = new Store(jdbc);
    this.clock = clock;
  }

  /** Her profile, if she or her supervisor gave one. */
  @Transactional(readOnly = true)
  public Optional<StaffProfile> of(AccountId account) {
    return store.find(account);
  }

  /** Sets a profile; the one before is gone. */
  @Transactional
  public void set(StaffProfile profile) {
    store.set(profile, clock);
  }

  /** The SQL. */
  private record Store(JdbcClient jdbc) {

    private static final String FIND =
        """
        select account_id, given_name, family_name, birth_date, phone, address_hash
          from access.staff_profile where account_id = :account
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

    Optional<StaffProfile> find(AccountId account) {
      return jdbc.sql(FIND)
          .param("account", account.value())
          .query((row, n) ->
              new StaffProfile(
                  new AccountId(row.getObject("account_id", UUID.class)),
                  row.getString("given_name"),
                  row.getString("family_name"),
                  Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                  row.getString("phone"),
                  row.getString("address_hash")))
          .optional();
    }

    void set(StaffProfile profile, Clock clock) {
      jdbc.sql(SET)
          .param("account", profile.account().value())
          .param("given", profile.givenName())
          .param("family", profile.familyName())
          .param("birth", profile.birthDate().orElse(null))
          .param("phone", profile.phone())
          .param("address", profile.addressHash())
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
  }
}
