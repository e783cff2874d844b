package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account with what signing in needs to know of it. */
record AccountRow(
    Account account,
    @Nullable String passwordHash,
    boolean disabled,
    boolean secondFactorRequired,
    Instant sessionsValidFrom) {

  static AccountRow of(ResultSet row, int number) throws SQLException {
    return new AccountRow(
        new Account(
            new AccountId(row.getObject("id", UUID.class)),
            row.getString("email"),
            row.getString("display_name"),
            row.getString("country"),
            ZoneId.of(row.getString("zone"))),
        row.getString("password_hash"),
        row.getObject("disabled_at", OffsetDateTime.class) != null,
        row.getBoolean("second_factor_required"),
        row.getObject("sessions_valid_from", OffsetDateTime.class).toInstant());
  }

  @Override
  public String toString() {
    return "AccountRow[" + account.id() + "]";
  }
}
