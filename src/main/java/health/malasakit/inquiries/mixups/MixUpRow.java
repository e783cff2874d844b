package health.malasakit.inquiries.mixups;

import health.malasakit.inquiries.mixups.MixUp.Done;
import health.malasakit.inquiries.mixups.MixUp.Finding;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a line of the table of mix-ups. */
final class MixUpRow {

  private MixUpRow() {}

  static MixUp of(ResultSet row, int number) throws SQLException {
    return new MixUp(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new MixUpId(row.getObject("mixup_id", UUID.class)),
        new Thing(Thing.What.of(row.getString("what")), row.getObject("thing_id", UUID.class)),
        row.getInt("thing_version"),
        Slip.of(row.getString("slip")),
        told(row),
        done(row, "by_id", "at").orElseThrow(),
        done(row, "undone_by", "undone_at"),
        done(row, "found_by", "found_at").map(by -> new Finding(found(row), by.by(), by.at())),
        Optional.ofNullable(row.getObject("part_of", UUID.class)).map(MixUpId::new));
  }

  private static String found(ResultSet row) {
    try {
      return row.getString("found");
    } catch (SQLException no) {
      throw new IllegalStateException("The finding cannot be read", no);
    }
  }

  private static Set<Told> told(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("told").getArray())
        .map(Told::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Done> done(ResultSet row, String by, String at) throws SQLException {
    var when = instant(row, at);
    return when.isEmpty()
        ? Optional.empty()
        : Optional.of(new Done(new AccountId(row.getObject(by, UUID.class)), when.get()));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
