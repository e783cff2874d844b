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
class PriorOptOutStore {

  private static final String ADD =
      """
      insert into messaging.prior_opt_outs (organization_id, said_id, numbers, said_by, said_on, words, at, by_account)
      values (:organization, :id, :numbers, :name, :on, :words, :at, :by)
      """;

  private static final String NEWEST =
      """
      select numbers, said_by, said_on, words, at from messaging.prior_opt_outs
       where organization_id = :organization order by at desc, said_id desc limit 1
      """;

  private final JdbcClient jdbc;

  PriorOptOutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, PriorOptOut said) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("numbers", said.numbers())
        .param("name", said.by())
        .param("on", said.on())
        .param("words", said.words())
        .param("at", said.at().atOffset(UTC))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .update();
  }

  Optional<PriorOptOut> newest(OrganizationId organization) {
    return jdbc.sql(NEWEST)
        .param("organization", organization.value())
        .query((row, n) ->
            new PriorOptOut(
                row.getInt("numbers"),
                row.getString("said_by"),
                row.getObject("said_on", LocalDate.class),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
