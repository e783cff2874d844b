package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.inquiries.Call;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WrongProofStore {

  private static final String END =
      """
      update inquiries.proven set ended_at = :now
       where organization_id = :organization and call_id = :call and patient_id = :patient and ended_at is null
      """;

  private static final String OPEN =
      """
      update inquiries.proven set ended_at = null
       where organization_id = :organization and call_id = :call and patient_id = :patient
      """;

  private static final String ENDED =
      """
      select patient_id, ended_at from inquiries.proven
       where organization_id = :organization and call_id = :call and ended_at is not null
       order by ended_at desc limit 50
      """;

  private final JdbcClient jdbc;

  WrongProofStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when it did not hold. */
  boolean end(Call call, PatientId patient, Instant now) {
    return jdbc.sql(END)
            .param("organization", call.organization().value())
            .param("call", call.id().value())
            .param("patient", patient.value())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  void open(Call call, PatientId patient) {
    jdbc.sql(OPEN)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .param("patient", patient.value())
        .update();
  }

  /** Those that ended, the latest first. */
  List<WrongProofs.Ended> ended(Call call) {
    return jdbc.sql(ENDED)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .query((row, n) ->
            new WrongProofs.Ended(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("ended_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
