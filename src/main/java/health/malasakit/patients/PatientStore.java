package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PatientStore {

  private static final String ADD =
      """
      insert into patients.patient (organization_id, patient_id, name_shown, preferred_name, family, given, birth_date,
        sex, gender_identity, pronouns, zone, interpreter, access_needs, insurance_said, insurance_said_at,
        registered_at, registered_by)
      values (:organization, :patient, :nameShown, :preferredName, :family, :given, :birthDate,
        :sex, :genderIdentity, :pronouns, :zone, :interpreter, :accessNeeds, :insurance,
        case when :insurance <> '' then cast(:at as timestamptz) end, :at, :by)
      """;

  private static final String UPDATE =
      """
      update patients.patient
         set version = version + 1, name_shown = :nameShown, preferred_name = :preferredName, family = :family,
             given = :given, birth_date = :birthDate, sex = :sex, gender_identity = :genderIdentity,
             pronouns = :pronouns, zone = :zone, interpreter = :interpreter, access_needs = :accessNeeds
       where organization_id = :organization and patient_id = :patient and version = :version
      """;

  private static final String FIND =
      "select "
          + PatientRow.COLUMNS
          + """
          from patients.patient where organization_id = :organization and patient_id = :patient
          """;

  private static final String CARDS =
      """
      select p.organization_id, p.patient_id, p.name_shown, p.preferred_name, p.birth_date, p.sex, p.deceased,
             (select min(i.value) from patients.identifier i
               where i.organization_id = p.organization_id and i.patient_id = p.patient_id and i.kind = 'mrn') as mrn
        from patients.patient p
       where p.organization_id = any(cast(:organizations as uuid[])) and p.patient_id = any(cast(:patients as uuid[]))
       limit 1000
      """;

  private static final String TOUCH =
      """
      update patients.patient set version = version + 1
       where organization_id = :organization and patient_id = :patient
      returning version
      """;

  private static final String LOCK =
      """
      select version from patients.patient where organization_id = :organization and patient_id = :patient
         for no key update
      """;

  private final JdbcClient jdbc;

  PatientStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, Person person, String insuranceSaid, Instant at) {
    facts(ADD, organization, person)
        .param("insurance", insuranceSaid)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", Scopes.current().account().map(account -> account.value()).orElse(null))
        .update();
  }

  /** False when she was changed since that version. */
  boolean update(OrganizationId organization, Person person, int version) {
    return facts(UPDATE, organization, person).param("version", version).update() > 0;
  }

  /** The next version, for a change outside her facts; empty when she is not there. */
  Optional<Integer> touch(OrganizationId organization, PatientId patient) {
    return jdbc.sql(TOUCH)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(Integer.class)
        .optional();
  }

  /** Her version, held until the end of the transaction; empty when she is not there. */
  Optional<Integer> lock(OrganizationId organization, PatientId patient) {
    return jdbc.sql(LOCK)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(Integer.class)
        .optional();
  }

  Optional<PatientRow> find(OrganizationId organization, PatientId patient) {
    return jdbc.sql(FIND)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) -> PatientRow.of(row))
        .optional();
  }

  List<PatientCard> cards(
      Collection<OrganizationId> organizations, Collection<PatientId> patients) {
    return jdbc.sql(CARDS)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .query((row, n) -> PatientRow.card(row))
        .list();
  }

  private JdbcClient.StatementSpec facts(String sql, OrganizationId organization, Person person) {
    PersonFacts facts = person.facts();
    PatientName name = facts.mainName();
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patient", person.id().value())
        .param("nameShown", name.shown())
        .param("preferredName", facts.preferredName())
        .param("family", name.family())
        .param("given", name.given())
        .param("birthDate", facts.birthDate().orElse((LocalDate) null))
        .param("sex", facts.sex().code())
        .param("genderIdentity", facts.genderIdentity())
        .param("pronouns", facts.pronouns())
        .param("zone", facts.zone().map(ZoneId::getId).orElse(null))
        .param("interpreter", facts.interpreter().code())
        .param("accessNeeds", facts.accessNeeds());
  }
}
