package health.malasakit.audit;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as the database has it, with the patients of its result set; what a seal covers. */
record LineRow(Line line, String transaction, List<UUID> listed) {

  static LineRow of(ResultSet row, int number) throws SQLException {
    var listed = row.getArray("listed");
    return new LineRow(
        lineOf(row, number),
        row.getString("transaction_id"),
        listed == null ? List.of() : Arrays.asList((UUID[]) listed.getArray()));
  }

  static Line lineOf(ResultSet row, int number) throws SQLException {
    return new Line(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
        row.getString("actor"),
        row.getString("country"),
        row.getString("task"),
        row.getString("act"),
        row.getString("subject"),
        Optional.ofNullable(row.getObject("subject_id", UUID.class)),
        Optional.ofNullable(row.getObject("patient_id", UUID.class)).map(PatientId::new),
        row.getString("detail"));
  }

  /** SHA-256 over every column, each with its length, so that no two lines encode alike. */
  byte[] hash() {
    var text = new Canonical();
    text.add(line.organization().value());
    text.add(line.id());
    text.add(ChronoUnit.MICROS.between(Instant.EPOCH, line.at()));
    text.add(idOf(line.account().map(AccountId::value)));
    text.add(line.actor());
    text.add(line.country());
    text.add(line.task());
    text.add(line.act());
    text.add(line.subject());
    text.add(idOf(line.subjectId()));
    text.add(idOf(line.patient().map(PatientId::value)));
    text.add(line.detail());
    text.add(transaction);
    text.add(listed.size());
    listed.forEach(text::add);
    return text.sha256();
  }

  private static @Nullable UUID idOf(Optional<UUID> id) {
    return id.orElse(null);
  }
}
