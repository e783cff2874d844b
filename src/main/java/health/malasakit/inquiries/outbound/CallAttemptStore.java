package health.malasakit.inquiries.outbound;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CallAttemptStore {

  private static final String ADD =
      """
      insert into inquiries.attempt (organization_id, attempt_id, call_back_id, patient_id, number, confidential, zone,
                                     begun_at, by_id, despite)
      values (:organization, :id, :callBack, :patient, :number, :confidential, :zone, :begun, :by, :despite)
      on conflict (organization_id, patient_id) where result is null do nothing
      """;

  private static final String SAY =
      """
      update inquiries.attempt
         set result = :result, said_at = :now, later_at = :later, call_id = :call
       where organization_id = :organization and attempt_id = :id and result is null
      """;

  private static final String OF =
      """
      select * from inquiries.attempt
       where organization_id = :organization and call_back_id = :callBack order by begun_at, attempt_id limit 200
      """;

  private static final String LAST =
      """
      select distinct on (call_back_id) * from inquiries.attempt
       where organization_id = :organization and call_back_id = any (:callBacks)
       order by call_back_id, begun_at desc, attempt_id desc limit 500
      """;

  private static final String UNDER_WAY =
      """
      select * from inquiries.attempt
       where organization_id = :organization and patient_id = :patient and result is null limit 1
      """;

  private static final String OF_PATIENT =
      """
      select * from inquiries.attempt
       where organization_id = :organization and patient_id = :patient and result is not null
       order by begun_at desc limit 100
      """;

  private static final String OPEN =
      """
      select * from inquiries.attempt
       where organization_id = any (:organizations) and result is null limit 500
      """;

  private final JdbcClient jdbc;

  CallAttemptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when another attempt is under way. */
  boolean add(CallBack about, Attempt one) {
    return jdbc.sql(ADD)
            .param("organization", about.organization().value())
            .param("id", one.id())
            .param("callBack", about.id().value())
            .param("patient", about.patient().value())
            .param("number", one.number().written())
            .param("confidential", about.matter().confidential())
            .param("zone", one.zone().getId())
            .param("begun", one.begunAt().atOffset(UTC))
            .param("by", one.by().value())
            .param("despite", one.despite())
            .update()
        == 1;
  }

  /** What came of an attempt, and when that was said. */
  record Said(UUID attempt, Result result, @Nullable Instant later, @Nullable CallId call) {}

  /** False when it was said already. */
  boolean say(OrganizationId organization, Said said, Instant now) {
    return jdbc.sql(SAY)
            .param("organization", organization.value())
            .param("id", said.attempt())
            .param("result", said.result().code())
            .param("now", now.atOffset(UTC))
            .param("later", time(said.later()))
            .param("call", said.call() == null ? null : said.call().value())
            .update()
        == 1;
  }

  /** In order; 200 at most. */
  List<Attempt> of(CallBack about) {
    return jdbc.sql(OF)
        .param("organization", about.organization().value())
        .param("callBack", about.id().value())
        .query(CallBackRow::attempt)
        .list();
  }

  /** The last about each of these matters. */
  List<Attempt> last(OrganizationId organization, Collection<CallBackId> about) {
    return jdbc.sql(LAST)
        .param("organization", organization.value())
        .param("callBacks", about.stream().map(CallBackId::value).toArray(UUID[]::new))
        .query(CallBackRow::attempt)
        .list();
  }

  /** The one for which she is being dialled, about whatever matter. */
  Optional<Attempt> underWay(OrganizationId organization, PatientId patient) {
    return jdbc.sql(UNDER_WAY)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(CallBackRow::attempt)
        .optional();
  }

  /** Those of a patient that are over, the latest first; 100 at most. */
  List<Attempt> of(OrganizationId organization, PatientId patient) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(CallBackRow::attempt)
        .list();
  }

  /** Those under way in these clinics; 500 at most. */
  List<Attempt> open(Collection<OrganizationId> where) {
    return jdbc.sql(OPEN)
        .param("organizations", where.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .query(CallBackRow::attempt)
        .list();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(UTC);
  }
}
