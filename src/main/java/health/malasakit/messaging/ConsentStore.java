package health.malasakit.messaging;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConsentStore {

  private static final String ADD =
      """
      insert into messaging.consent (organization_id, consent_id, patient_id, channel, address, purpose, answer, basis,
                                     words, said_on, at, by_account, said_by)
      values (:organization, :id, :patient, :channel, :address, :purpose, :answer, :basis, :words, :on, :at, :by, :saidBy)
      """;

  /**
   * Of one day the line written last, but a yes written down after its day comes last of it:
   * whether it was said before or after a no is not known. A day ends everywhere in the states 35
   * hours after it began in UTC.
   */
  private static final String LATEST_FIRST =
      """
      order by said_on desc, (answer = 'given' and at at time zone 'UTC' >= said_on + interval '35 hours'),
               consent_id desc
      """;

  private static final String LEDGER =
      """
      select channel, address, purpose, answer, basis, words, said_on, at, by_account, said_by from messaging.consent
       where organization_id = :organization and patient_id = :patient
      """
          + LATEST_FIRST
          + " limit 500";

  private static final String LATEST =
      """
      select channel, address, purpose, answer, basis, words, said_on, at, by_account, said_by from messaging.consent
       where organization_id = :organization and patient_id = :patient and channel = :channel and purpose = :purpose
         and address in (:address, '')
      """
          + LATEST_FIRST
          + " limit 1";

  private static final String REFUSED =
      """
      select u.nth from unnest(cast(:patients as uuid[]), cast(:addresses as text[])) with ordinality as u (who, reached, nth)
       where (select answer from messaging.consent
               where organization_id = :organization and patient_id = u.who and channel = :channel and purpose = :purpose
                 and address in (u.reached, '')
      """
          + LATEST_FIRST
          + " limit 1) in ('refused', 'revoked') limit 20000";

  private static final String LATEST_OF =
      """
      select u.nth, l.* from unnest(cast(:patients as uuid[]), cast(:addresses as text[])) with ordinality as u (who, reached, nth)
       cross join lateral (
        select channel, address, purpose, answer, basis, words, said_on, at, by_account, said_by from messaging.consent
         where organization_id = :organization and patient_id = u.who and channel = :channel and purpose = :purpose
           and address in (u.reached, '')
      """
          + LATEST_FIRST
          + " limit 1) l limit 20000";

  private final JdbcClient jdbc;

  ConsentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OrganizationId organization, PatientId patient, NewConsent said, Instant at) {
    jdbc.sql(ADD)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("patient", patient.value())
        .param("channel", said.channel().code())
        .param("address", Consents.key(said.address()))
        .param("purpose", said.purpose().code())
        .param("answer", said.answer().code())
        .param("basis", said.basis().code())
        .param("words", said.words())
        .param("on", said.on())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("saidBy", said.saidBy())
        .update();
  }

  List<ConsentLine> ledger(OrganizationId organization, PatientId patient) {
    return jdbc.sql(LEDGER)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) -> line(row))
        .list();
  }

  Optional<ConsentLine> latest(OrganizationId organization, PatientId patient, Use use) {
    return jdbc.sql(LATEST)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("channel", use.channel().code())
        .param("purpose", use.purpose().code())
        .param("address", Consents.key(use.address()))
        .query((row, n) -> line(row))
        .optional();
  }

  /** Of these the ones of which the latest line says no. */
  Set<Consents.Reached> refused(
      OrganizationId organization, List<Consents.Reached> all, Channel channel, Purpose purpose) {
    var found =
        of(REFUSED, organization, all)
            .param("channel", channel.code())
            .param("purpose", purpose.code())
            .query((row, n) -> all.get(row.getInt("nth") - 1))
            .list();
    return Set.copyOf(found);
  }

  /** Of each of these the line that stands. */
  Map<Consents.Reached, ConsentLine> latest(
      OrganizationId organization, List<Consents.Reached> all, Channel channel, Purpose purpose) {
    Map<Consents.Reached, ConsentLine> found = new HashMap<>();
    of(LATEST_OF, organization, all)
        .param("channel", channel.code())
        .param("purpose", purpose.code())
        .query(row -> {
          found.put(all.get(row.getInt("nth") - 1), line(row));
        });
    return found;
  }

  private JdbcClient.StatementSpec of(
      String question, OrganizationId organization, List<Consents.Reached> all) {
    return jdbc.sql(question)
        .param("organization", organization.value())
        .param("patients", all.stream().map(one -> one.patient().value()).toArray(UUID[]::new))
        .param(
            "addresses",
            all.stream().map(one -> Consents.key(one.address())).toArray(String[]::new));
  }

  private static ConsentLine line(ResultSet row) throws SQLException {
    return new ConsentLine(
        Channel.of(row.getString("channel")),
        row.getString("address"),
        Purpose.of(row.getString("purpose")),
        ConsentAnswer.of(row.getString("answer")),
        ConsentBasis.of(row.getString("basis")),
        row.getString("words"),
        row.getString("said_by"),
        row.getObject("said_on", LocalDate.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("by_account", UUID.class)).map(AccountId::new));
  }
}
