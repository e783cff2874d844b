package health.malasakit.patients.reach;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NumberWordStore {

  private static final String ADD =
      """
      insert into patients.number_word (organization_id, word_id, patient_id, address, word, at, by_account)
      values (:organization, :id, :patient, :address, :word, :at, :by)
      """;

  private static final String STANDING =
      """
      select w.address, w.word, w.at, w.by_account from patients.number_word w
       where w.organization_id = :organization and w.address = any (:addresses) and w.word <> 'works'
         and (w.patient_id = :patient or w.word = 'not_in_service')
         and not exists (select 1 from patients.number_word later
               where later.organization_id = w.organization_id and later.address = w.address
                 and later.word_id > w.word_id
                 and (later.patient_id = w.patient_id or (w.word = 'not_in_service' and later.word = 'works')))
       order by w.word_id desc limit 100
      """;

  private final JdbcClient jdbc;

  NumberWordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A word about the last ten digits of a number. */
  record Found(String address, NumberWord word, Instant at) {}

  void add(OrganizationId organization, PatientId patient, Found found) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("patient", patient.value())
        .param("address", found.address())
        .param("word", found.word().code())
        .param("at", found.at().atOffset(ZoneOffset.UTC))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .update();
  }

  /** Of these numbers those that do not reach her, the newest word first; 100 at most. */
  List<NumberStanding> standing(
      OrganizationId organization, PatientId patient, Collection<String> addresses) {
    return jdbc.sql(STANDING)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("addresses", addresses.toArray(String[]::new))
        .query((row, n) ->
            new NumberStanding(
                row.getString("address"),
                NumberWord.of(row.getString("word")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("by_account", UUID.class)).map(AccountId::new)))
        .list();
  }
}
