package health.malasakit.scheduling.web;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.SiteId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which patients of a day somebody has seen drawn, so that a live view is not written down anew.
 */
@Repository
class DrawnStore {

  private static final String DRAW =
      """
      insert into scheduling.drawn (organization_id, account_id, site_id, day, patient_id, at)
      select :organization, :account, :site, :day, patient, :now
        from unnest(cast(:patients as uuid[])) as patient
      on conflict do nothing
      returning patient_id
      """;

  private static final String FORGET =
      """
      delete from scheduling.drawn
       where organization_id = :organization and account_id = :account
         and ((site_id = :site and day = :day) or at < cast(:now as timestamptz) - interval '2 days')
      """;

  private final JdbcClient jdbc;

  DrawnStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A day as somebody looks at it. */
  record Look(OrganizationId organization, AccountId account, SiteId site, LocalDate day) {}

  /** Those of these patients who were not drawn before. */
  List<PatientId> draw(Look look, Collection<PatientId> patients, Instant now) {
    return jdbc.sql(DRAW)
        .param("organization", look.organization().value())
        .param("account", look.account().value())
        .param("site", look.site().value())
        .param("day", look.day())
        .param("now", now.atOffset(UTC))
        .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
        .query((row, n) -> new PatientId(row.getObject(1, UUID.class)))
        .list();
  }

  /** The day is looked at anew. */
  void forget(Look look, Instant now) {
    jdbc.sql(FORGET)
        .param("organization", look.organization().value())
        .param("account", look.account().value())
        .param("site", look.site().value())
        .param("day", look.day())
        .param("now", now.atOffset(UTC))
        .update();
  }
}
