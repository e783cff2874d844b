package health.malasakit.messaging;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttestationStore {

  private static final String ADD =
      """
      insert into messaging.attestation (organization_id, attestation_id, attested_by, attested_on, words, counts, at, by_account)
      values (:organization, :id, :name, :on, :words, :counts, :at, :by)
      """;

  private static final String NEWEST =
      """
      select attested_by, attested_on, words, counts, at from messaging.attestation
       where organization_id = :organization order by attestation_id desc limit 1
      """;

  private final JdbcClient jdbc;

  AttestationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, Attestation said) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("name", said.by())
        .param("on", said.on())
        .param("words", said.words())
        .param("counts", said.counts())
        .param("at", said.at().atOffset(UTC))
        .param("by", Scopes.current().account().map(AccountId::value).orElseThrow())
        .update();
  }

  Optional<Attestation> newest(OrganizationId organization) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .query((row, n) ->
            new Attestation(
                row.getString("attested_by"),
                row.getObject("attested_on", LocalDate.class),
                row.getString("words"),
                row.getBoolean("counts"),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
