package health.malasakit.messaging.texts;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What went out to one patient beside what is told of visits: that it did, never what it said. */
@Component
public class OtherTexts {

  private final Store store;

  OtherTexts(Store store) {
    this.store = store;
  }

  /**
   * A text.
   *
   * @param key as it was begun with, which says what for
   * @param to the number
   * @param proof as the gateway names it; empty while it has no name there
   * @param waits whether it is tried again by itself
   * @param steps how it came to stand so, in order
   */
  public record Sent(
      TextId id,
      NewText.Purpose purpose,
      String key,
      String to,
      SentText stands,
      Instant begun,
      String proof,
      boolean waits,
      List<Step> steps) {

    Sent with(List<Step> all) {
      return new Sent(id, purpose, key, to, stands, begun, proof, waits, all);
    }

    @Override
    public String toString() {
      return "Sent[" + id + "]";
    }
  }

  /**
   * One state.
   *
   * @param by who did it; empty for the program and the carrier
   */
  public record Step(SentText stood, Optional<AccountId> by) {}

  /** The newest first; 100 at most. */
  @Transactional(readOnly = true)
  public List<Sent> of(OrganizationId organization, PatientId patient) {
    var texts = store.of(organization, patient);
    Map<TextId, List<Step>> steps =
        texts.isEmpty()
            ? Map.of()
            : store.steps(organization, texts.stream().map(Sent::id).toList()).stream()
                .collect(Collectors.groupingBy(step -> step.stood().id()));
    return texts.stream().map(one -> one.with(steps.getOrDefault(one.id(), List.of()))).toList();
  }

  /** The ledger, by patient. */
  @Repository
  static class Store {

    private static final String OF_PATIENT =
        """
        select o.outgoing_id, o.purpose, o.key, o.to_address, o.state, o.reason, o.begun_at, o.since,
               coalesce(o.carrier_id, '') as proof,
               exists (select from messaging.outgoing_again a
                        where a.organization_id = o.organization_id and a.outgoing_id = o.outgoing_id) as waits
          from messaging.outgoing o
         where o.organization_id = :organization and o.patient_id = :patient and o.channel = 'text'
           and o.purpose <> 'visit'
         order by o.begun_at desc, o.outgoing_id desc limit 100
        """;

    private static final String STEPS =
        """
        select outgoing_id, state, reason, at, by_account from messaging.outgoing_step
         where organization_id = :organization and outgoing_id = any (:ids) order by step_id limit 5000
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    List<Sent> of(OrganizationId organization, PatientId patient) {
      return jdbc.sql(OF_PATIENT)
          .param("organization", organization.value())
          .param("patient", patient.value())
          .query((row, n) -> sent(row))
          .list();
    }

    List<Step> steps(OrganizationId organization, Collection<TextId> texts) {
      return jdbc.sql(STEPS)
          .param("organization", organization.value())
          .param("ids", texts.stream().map(TextId::value).toArray(UUID[]::new))
          .query((row, n) ->
              new Step(
                  text(row, "at"),
                  Optional.ofNullable(row.getObject("by_account", UUID.class)).map(AccountId::new)))
          .list();
    }

    private static Sent sent(ResultSet row) throws SQLException {
      var stands = text(row, "since");
      return new Sent(
          stands.id(),
          NewText.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
          row.getString("key"),
          row.getString("to_address"),
          stands,
          row.getObject("begun_at", OffsetDateTime.class).toInstant(),
          row.getString("proof"),
          row.getBoolean("waits"),
          List.of());
    }

    private static SentText text(ResultSet row, String moment) throws SQLException {
      return new SentText(
          new TextId(row.getObject("outgoing_id", UUID.class)),
          TextState.of(row.getString("state")),
          row.getString("reason"),
          row.getObject(moment, OffsetDateTime.class).toInstant());
    }
  }
}
