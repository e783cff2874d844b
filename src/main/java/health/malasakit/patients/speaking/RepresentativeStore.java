package health.malasakit.patients.speaking;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.PatientPhone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RepresentativeStore {

  private static final String ADD =
      """
      insert into patients.representative (organization_id, representative_id, patient_id, name, relationship, basis,
        may, proof, proof_seen_at, proof_seen_by, phone_written, phone_last_ten, valid_from, valid_to,
        recorded_at, recorded_by)
      values (:organization, :id, :patient, :name, :relationship, :basis, cast(:may as text[]), :proof,
        case when :proof <> '' then cast(:at as timestamptz) end, case when :proof <> '' then cast(:by as uuid) end,
        :phone, :lastTen, :from, :to, :at, :by)
      """;

  private static final String OF_PATIENT =
      """
      select representative_id, name, relationship, basis, may, proof, phone_written, valid_from, valid_to,
             ended_at is not null as ended
        from patients.representative
       where organization_id = :organization and patient_id = :patient order by representative_id limit 40
      """;

  private static final String SUBJECT =
      """
      select p.birth_date, p.deceased <> 'no' as died,
             exists (select 1 from patients.safe_contact s
                      where s.organization_id = p.organization_id and s.patient_id = p.patient_id) as safe
        from patients.patient p
       where p.organization_id = :organization and p.patient_id = :patient
      """;

  private static final String END =
      """
      update patients.representative set ended_at = :at
       where organization_id = :organization and patient_id = :patient and representative_id = :id
         and ended_at is null
      """;

  private static final String ADD_ORDER =
      """
      insert into patients.court_order (organization_id, court_order_id, patient_id, representative_id, effect, words,
        court, seen_at, seen_by, valid_from, valid_to)
      values (:organization, :id, :patient, :representative, :effect, :words, :court, :at, :by, :from, :to)
      """;

  private static final String ORDERS =
      """
      select court_order_id, effect, representative_id, words, court, valid_from, valid_to from patients.court_order
       where organization_id = :organization and patient_id = :patient order by court_order_id limit 40
      """;

  private final JdbcClient jdbc;

  RepresentativeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What of the patient herself decides who may speak for her. */
  record Subject(Optional<LocalDate> born, boolean died, boolean safeContact) {

    @Override
    public String toString() {
      return "Subject[]";
    }
  }

  Optional<Subject> subject(OrganizationId organization, PatientId patient) {
    return of(SUBJECT, organization, patient)
        .query((row, n) ->
            new Subject(date(row, "birth_date"), row.getBoolean("died"), row.getBoolean("safe")))
        .optional();
  }

  UUID add(OrganizationId organization, PatientId patient, NewRepresentative one, Instant at) {
    UUID id = Ids.next();
    of(ADD, organization, patient)
        .param("id", id)
        .param("name", one.name())
        .param("relationship", one.relationship())
        .param("basis", one.basis().code())
        .param("may", one.may().stream().map(Speaking::code).sorted().toArray(String[]::new))
        .param("proof", one.proof())
        .param("phone", one.phone())
        .param("lastTen", one.phone().isEmpty() ? "" : PatientPhone.lastTen(Phone.of(one.phone())))
        .param("from", one.from().orElse((LocalDate) null))
        .param("to", one.to().orElse((LocalDate) null))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by())
        .update();
    return id;
  }

  List<Representative> of(OrganizationId organization, PatientId patient) {
    return of(OF_PATIENT, organization, patient).query((row, n) -> representative(row)).list();
  }

  /** Tells whether there was one of this patient to end. */
  boolean end(OrganizationId organization, PatientId patient, UUID representative, Instant at) {
    return jdbc.sql(END)
            .param("organization", organization.value())
            .param("patient", patient.value())
            .param("id", representative)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void add(OrganizationId organization, PatientId patient, CourtOrder order, Instant at) {
    of(ADD_ORDER, organization, patient)
        .param("id", order.id())
        .param("representative", order.representative().orElse(null))
        .param("effect", order.effect().code())
        .param("words", order.words())
        .param("court", order.court())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by())
        .param("from", order.from())
        .param("to", order.to().orElse((LocalDate) null))
        .update();
  }

  List<CourtOrder> orders(OrganizationId organization, PatientId patient) {
    return of(ORDERS, organization, patient).query((row, n) -> order(row)).list();
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization, PatientId patient) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patient", patient.value());
  }

  private static Representative representative(ResultSet row) throws SQLException {
    Set<Speaking> may =
        Arrays.stream((String[]) row.getArray("may").getArray())
            .map(Speaking::of)
            .collect(Collectors.toUnmodifiableSet());
    return new Representative(
        row.getObject("representative_id", UUID.class),
        row.getString("name"),
        row.getString("relationship"),
        Basis.of(row.getString("basis")),
        may,
        row.getString("proof"),
        row.getString("phone_written"),
        date(row, "valid_from"),
        date(row, "valid_to"),
        row.getBoolean("ended"));
  }

  private static CourtOrder order(ResultSet row) throws SQLException {
    return new CourtOrder(
        row.getObject("court_order_id", UUID.class),
        "only".equals(row.getString("effect")) ? CourtOrder.Effect.ONLY : CourtOrder.Effect.DENIES,
        Optional.ofNullable(row.getObject("representative_id", UUID.class)),
        row.getString("words"),
        row.getString("court"),
        row.getObject("valid_from", LocalDate.class),
        date(row, "valid_to"));
  }

  private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  private static java.util.@org.jspecify.annotations.Nullable UUID by() {
    return Scopes.current().account().map(account -> account.value()).orElse(null);
  }
}
