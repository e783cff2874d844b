package health.malasakit.patients.speaking;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MinorRuleStore {

  private static final String ADD =
      """
      insert into patients.minor_rule (organization_id, rule_id, from_age, covers, said_by, said_on, recorded_at, recorded_by)
      values (:organization, :id, :age, :covers, :saidBy, :saidOn, :at, :by)
      """;
  private static final String ALL =
      """
      select from_age, covers, said_by, said_on, recorded_at, recorded_by from patients.minor_rule
       where organization_id = :organization order by rule_id desc limit 100
      """;
  private static final String BORN =
      """
      select birth_date from patients.patient where organization_id = :organization and patient_id = :patient
      """;

  private final JdbcClient jdbc;

  MinorRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(OrganizationId organization, MinorRule rule, Instant at) {
    UUID id = Ids.next();
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", id)
        .param("age", rule.fromAge().orElse((Integer) null))
        .param("covers", rule.covers())
        .param("saidBy", rule.saidBy())
        .param("saidOn", rule.saidOn())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .update();
    return id;
  }

  /** The newest first. */
  List<MinorRule.Recorded> all(OrganizationId organization) {
    return jdbc.sql(ALL)
        .param("organization", organization.value())
        .query((row, n) -> recorded(row))
        .list();
  }

  /** Empty when she is not there or her birth date is not known. */
  Optional<LocalDate> born(OrganizationId organization, PatientId patient) {
    return jdbc.sql(BORN)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) -> Optional.ofNullable(row.getObject("birth_date", LocalDate.class)))
        .optional()
        .flatMap(born -> born);
  }

  private static MinorRule.Recorded recorded(ResultSet row) throws SQLException {
    var rule =
        new MinorRule(
            Optional.ofNullable(row.getObject("from_age", Integer.class)),
            row.getString("covers"),
            row.getString("said_by"),
            row.getObject("said_on", LocalDate.class));
    return new MinorRule.Recorded(
        rule,
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("recorded_by", UUID.class)).map(AccountId::new));
  }
}
