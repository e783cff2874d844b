package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LifeStore {

  private static final String SET =
      """
      update patients.patient
         set deceased = :life, deceased_on = :on, deceased_said_by = :saidBy, deceased_noted_at = :at,
             deceased_noted_by = :by, version = version + 1
       where organization_id = :organization and patient_id = :patient
      returning version
      """;

  private static final String DIED =
      """
      select deceased <> 'no' from patients.patient where organization_id = :organization and patient_id = :patient
         for share
      """;

  private record Columns(
      String life, Optional<LocalDate> on, String saidBy, Optional<Instant> at) {}

  private final JdbcClient jdbc;

  LifeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The version that this made. */
  int set(OrganizationId organization, PatientId patient, Deceased next) {
    Columns columns =
        switch (next) {
          case Deceased.No no -> new Columns("no", Optional.empty(), "", Optional.empty());
          case Deceased.Reported(String saidBy, Optional<LocalDate> on, Instant at) ->
              new Columns("reported", on, saidBy, Optional.of(at));
          case Deceased.Known(Optional<LocalDate> on, Instant at) ->
              new Columns("known", on, "", Optional.of(at));
        };
    return jdbc.sql(SET)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("life", columns.life())
        .param("on", columns.on().orElse((LocalDate) null))
        .param("saidBy", columns.saidBy())
        .param("at", columns.at().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .param("by", columns.at().isPresent() ? by() : null)
        .query(Integer.class)
        .single();
  }

  /** Held until the end of the transaction; empty when she is not there. */
  Optional<Boolean> died(OrganizationId organization, PatientId patient) {
    return jdbc.sql(DIED)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(Boolean.class)
        .optional();
  }

  private static @Nullable Object by() {
    return Scopes.current().account().map(account -> account.value()).orElse(null);
  }
}
