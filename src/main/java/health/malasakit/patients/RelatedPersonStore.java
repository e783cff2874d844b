package health.malasakit.patients;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People near a patient, as files name them. */
@Repository
class RelatedPersonStore {

  /** A file changes what it said itself; basis, scope and proof are a person's. */
  private static final String PUT =
      """
      insert into patients.representative as r (organization_id, representative_id, patient_id, name, relationship,
        basis, may, phone_written, phone_last_ten, language, valid_from, valid_to, source_system, source_value,
        recorded_at)
      values (:organization, :id, :patient, :name, :relationship, 'unproven', '{}', :phone, :lastTen, :language,
        :from, :to, :system, :value, :at)
      on conflict (organization_id, source_system, source_value) where source_value <> ''
      do update set name = excluded.name, relationship = excluded.relationship,
                    phone_written = excluded.phone_written, phone_last_ten = excluded.phone_last_ten,
                    language = excluded.language, valid_from = excluded.valid_from, valid_to = excluded.valid_to
       where (r.name, r.relationship, r.phone_written, r.language, r.valid_from, r.valid_to) is distinct from
             (excluded.name, excluded.relationship, excluded.phone_written, excluded.language,
              excluded.valid_from, excluded.valid_to)
      returning representative_id = :id
      """;

  private final JdbcClient jdbc;

  RelatedPersonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Taken put(
      OrganizationId organization, PatientId patient, IncomingRelatedPerson person, Instant at) {
    String phone = Written.line(person.phone());
    return jdbc.sql(PUT)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("patient", patient.value())
        .param("name", Written.line(person.name()))
        .param("relationship", Written.line(person.relationship()))
        .param("phone", phone)
        .param("lastTen", phone.isEmpty() ? "" : PatientPhone.lastTen(Phone.of(phone)))
        .param("language", person.language())
        .param("from", person.from().orElse((LocalDate) null))
        .param("to", person.to().orElse((LocalDate) null))
        .param("system", person.key().system())
        .param("value", person.key().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getBoolean(1))
        .optional()
        .<Taken>map(created -> created ? new Taken.Created(patient) : new Taken.Updated(patient))
        .orElseGet(() -> new Taken.Unchanged(patient));
  }
}
