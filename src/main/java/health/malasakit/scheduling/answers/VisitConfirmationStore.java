package health.malasakit.scheduling.answers;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitConfirmationStore {

  private static final String ADD =
      """
      insert into scheduling.confirmation (organization_id, confirmation_id, visit_id, patient_id, visit_version,
                                           starts_at, channel, at, by_account)
      values (:organization, :id, :visit, :patient, :version, :starts, :channel, :at, :by)
      """;

  private static final String OF =
      """
      select distinct on (c.visit_id) c.visit_id, c.starts_at, c.channel, c.at
        from scheduling.confirmation c
        join scheduling.visit v on v.organization_id = c.organization_id and v.id = c.visit_id
       where c.organization_id = :organization and c.visit_id = any (:visits) and v.starts_at = c.starts_at
       order by c.visit_id, c.at limit 2000
      """;

  private final JdbcClient jdbc;

  VisitConfirmationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Visit visit, Confirmation one) {
    jdbc.sql(ADD)
        .param("organization", visit.organization().value())
        .param("id", Ids.next())
        .param("visit", visit.id().value())
        .param("patient", visit.patient().value())
        .param("version", visit.version())
        .param("starts", one.startsAt().atOffset(UTC))
        .param("channel", one.channel().code())
        .param("at", one.at().atOffset(UTC))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .update();
  }

  Map<VisitId, Confirmation> of(OrganizationId organization, Collection<VisitId> visits) {
    return jdbc
        .sql(OF)
        .param("organization", organization.value())
        .param("visits", visits.stream().map(VisitId::value).toArray(UUID[]::new))
        .query((row, n) ->
            new Confirmation(
                new VisitId(row.getObject("visit_id", UUID.class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                Confirmation.Channel.of(row.getString("channel")),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Confirmation::visit, one -> one));
  }
}
