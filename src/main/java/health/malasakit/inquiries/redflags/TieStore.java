package health.malasakit.inquiries.redflags;

import health.malasakit.inquiries.Call;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The call of an emergency that was begun without one. */
@Repository
class TieStore {

  /** Once: which caller it was does not change. */
  private static final String TIE =
      """
      update inquiries.emergency set call_id = :call
       where organization_id = :organization and emergency_id = :id and call_id is null and closed_at is null
      """;

  private final JdbcClient jdbc;

  TieStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when it has one, or is closed. */
  boolean tie(Emergency one, Call call) {
    return jdbc.sql(TIE)
            .param("organization", one.organization().value())
            .param("id", one.id().value())
            .param("call", call.id().value())
            .update()
        == 1;
  }
}
