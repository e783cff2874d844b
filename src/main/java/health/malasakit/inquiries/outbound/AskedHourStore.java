package health.malasakit.inquiries.outbound;

import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AskedHourStore {

  private static final String ADD =
      """
      insert into inquiries.asked_hour (organization_id, call_id, said_by, by_id, at)
      values (:organization, :call, :said, :by, :now)
      """;

  private static final String SAID_BY =
      """
      select said_by from inquiries.asked_hour where organization_id = :organization and call_id = :call
      """;

  private final JdbcClient jdbc;

  AskedHourStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who said it, who wrote it down, when. */
  record Asked(String saidBy, AccountId by, Instant at) {}

  void add(OrganizationId clinic, CallId call, Asked one) {
    jdbc.sql(ADD)
        .param("organization", clinic.value())
        .param("call", call.value())
        .param("said", one.saidBy())
        .param("by", one.by().value())
        .param("now", one.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<String> saidBy(OrganizationId clinic, CallId call) {
    return jdbc.sql(SAID_BY)
        .param("organization", clinic.value())
        .param("call", call.value())
        .query(String.class)
        .optional();
  }
}
