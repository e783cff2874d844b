package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code patients.patient}. */
record PatientRow(
    PatientId id,
    int version,
    @Nullable LocalDate birthDate,
    Sex sex,
    String genderIdentity,
    String pronouns,
    @Nullable String zone,
    Interpreter interpreter,
    String accessNeeds,
    String insuranceSaid,
    Deceased deceased,
    Instant registeredAt) {

  static final String COLUMNS =
      """
      patient_id, version, birth_date, sex, gender_identity, pronouns, zone, interpreter, access_needs,
      insurance_said, deceased, deceased_on, deceased_said_by, deceased_noted_at, registered_at
      """;

  static PatientRow of(ResultSet row) throws SQLException {
    return new PatientRow(
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("version"),
        row.getObject("birth_date", LocalDate.class),
        Sex.of(row.getString("sex")),
        row.getString("gender_identity"),
        row.getString("pronouns"),
        row.getString("zone"),
        Interpreter.of(row.getString("interpreter")),
        row.getString("access_needs"),
        row.getString("insurance_said"),
        deceased(row),
        row.getObject("registered_at", OffsetDateTime.class).toInstant());
  }

  static PatientCard card(ResultSet row) throws SQLException {
    return new PatientCard(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getString("name_shown"),
        row.getString("preferred_name"),
        Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
        Sex.of(row.getString("sex")),
        Optional.ofNullable(row.getString("mrn")).orElse(""),
        !"no".equals(row.getString("deceased")));
  }

  Optional<LocalDate> born() {
    return Optional.ofNullable(birthDate);
  }

  Optional<ZoneId> zoneId() {
    return Optional.ofNullable(zone).map(ZoneId::of);
  }

  private static Deceased deceased(ResultSet row) throws SQLException {
    String life = row.getString("deceased");
    if ("no".equals(life)) {
      return new Deceased.No();
    }
    var on = Optional.ofNullable(row.getObject("deceased_on", LocalDate.class));
    var noted = row.getObject("deceased_noted_at", OffsetDateTime.class).toInstant();
    return "known".equals(life)
        ? new Deceased.Known(on, noted)
        : new Deceased.Reported(row.getString("deceased_said_by"), on, noted);
  }
}
