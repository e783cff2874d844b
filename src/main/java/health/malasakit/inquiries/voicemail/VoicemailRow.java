package health.malasakit.inquiries.voicemail;

import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.voicemail.Voicemail.Became;
import health.malasakit.inquiries.voicemail.Voicemail.Mark;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Columns and voicemails. */
final class VoicemailRow {

  private VoicemailRow() {}

  static Voicemail of(ResultSet row, int number) throws SQLException {
    var became = row.getString("settled");
    var settled =
        became == null
            ? Optional.<Voicemail.Settled>empty()
            : Optional.of(
                new Voicemail.Settled(
                    Became.valueOf(became.toUpperCase(Locale.ROOT)),
                    mark(row, "settled").orElseThrow()));
    return new Voicemail(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new VoicemailId(row.getObject("voicemail_id", UUID.class)),
        Optional.ofNullable(row.getObject("call_id", UUID.class)).map(CallId::new),
        Optional.ofNullable(row.getString("number")).map(Phone::of),
        row.getObject("came_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("seconds", Integer.class)).map(Duration::ofSeconds),
        Optional.ofNullable(row.getObject("added_by", UUID.class)).map(AccountId::new),
        mark(row, "heard"),
        settled);
  }

  static Recording recording(ResultSet row, int number) throws SQLException {
    return Recording.kept(row.getString("kind"), row.getBytes("audio"));
  }

  private static Optional<Mark> mark(ResultSet row, String name) throws SQLException {
    var by = row.getObject(name + "_by", UUID.class);
    return by == null
        ? Optional.empty()
        : Optional.of(
            new Mark(
                new AccountId(by), row.getObject(name + "_at", OffsetDateTime.class).toInstant()));
  }
}
