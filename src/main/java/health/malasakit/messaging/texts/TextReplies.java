package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Texts that answer a text: she wrote first, and so they go at any hour. */
@Component
public class TextReplies {

  private final Store store;
  private final TextStore texts;
  private final TextNumbers numbers;
  private final NumberStops stops;
  private final Clock clock;

  TextReplies(Store store, TextStore texts, TextNumbers numbers, NumberStops stops, Clock clock) {
    this.store = store;
    this.texts = texts;
    this.numbers = numbers;
    this.stops = stops;
    this.clock = clock;
  }

  /** To which numbers it may go. */
  public enum Reach {
    /** Not to one that is closed. */
    OPEN,
    /**
     * To one that is closed as well: the one confirmation of a STOP (47 CFR 64.1200(a)(12)), and
     * what is said in an emergency (47 U.S.C. 227(b)(1)(A), 47 CFR 64.1200(f)(4)); from general
     * knowledge, to be verified.
     */
    CLOSED
  }

  /**
   * An answer.
   *
   * @param patient whom it is about; empty when the number is not one patient's alone
   * @param key of two with the same key the second does not go out; of danger it ends so
   */
  public record Reply(
      OrganizationId organization, Optional<PatientId> patient, String key, Phone to, Reach reach) {

    @Override
    public String toString() {
      return "Reply[" + reach + "]";
    }
  }

  /** Why none can go there now; codes as of {@link Texts#begin}. */
  @Transactional(readOnly = true)
  public Optional<Refused> cannot(Reply reply) {
    if (!numbers.isConnected()) {
      return Optional.of(Refused.conflict("text.not_connected"));
    }
    if (numbers.of(reply.organization()).flatMap(Phone::e164).isEmpty()) {
      return Optional.of(Refused.conflict("text.no_number"));
    }
    if (reply.to().e164().isEmpty()) {
      return Optional.of(Refused.invalid("text.to"));
    }
    boolean closed = stops.said(reply.organization(), reply.to()).orElse(false);
    return closed && reply.reach() == Reach.OPEN
        ? Optional.of(Refused.conflict("text.stopped"))
        : Optional.empty();
  }

  /**
   * Writes down that an answer goes out; it does with {@link Texts#handOver}.
   *
   * @throws Refused as {@link #cannot} says, and conflict, code {@code text.known}
   */
  @Transactional
  public Texts.Begun begin(Reply reply) {
    cannot(reply)
        .ifPresent(no -> {
          throw no;
        });
    var from = numbers.of(reply.organization()).flatMap(Phone::e164).orElseThrow();
    var to = reply.to().e164().orElseThrow();
    var id = TextId.next();
    var now = clock.instant();
    if (!store.add(id, reply, new TextStore.Line(from, to), now)) {
      throw Refused.conflict("text.known");
    }
    texts.step(reply.organization(), new SentText(id, TextState.SENDING, "", now));
    return new Texts.Begun(id, reply.organization(), from, to);
  }

  /** How many answers were begun for a number since a moment. */
  @Transactional(readOnly = true)
  public int begunFor(OrganizationId organization, Phone to, Instant since) {
    return to.e164().map(number -> store.count(organization, number, since)).orElse(0);
  }

  /** Of these the answers to danger, but for those that did not go or did not arrive. */
  @Transactional(readOnly = true)
  public int urgentFor(OrganizationId organization, Phone to, Instant since) {
    return to.e164().map(number -> store.urgent(organization, number, since)).orElse(0);
  }

  /** Whether what was written to a number last was answered by itself. */
  @Transactional(readOnly = true)
  public boolean answeredLast(OrganizationId organization, Phone to) {
    return to.e164().filter(number -> store.answeredLast(organization, number)).isPresent();
  }

  /** Whether anything was written to a number since, but for what was answered by itself. */
  @Transactional(readOnly = true)
  public boolean wroteSince(OrganizationId organization, Phone to, Instant moment) {
    return to.e164().filter(number -> store.wroteSince(organization, number, moment)).isPresent();
  }

  /** Answers in the ledger of what went out. */
  @Repository
  static class Store {

    private static final String ADD =
        """
        insert into messaging.outgoing (organization_id, outgoing_id, patient_id, channel, purpose, basis, key,
                                        from_address, to_address, state, reason, begun_at, since)
        values (:organization, :id, :patient, 'text', 'reply', 'reply', :key, :from, :to, 'sending', '', :now, :now)
        on conflict (organization_id, key) do nothing
        """;

    private static final String COUNT =
        """
        select count(*) from messaging.outgoing
         where organization_id = :organization and to_address = :to and purpose = 'reply' and begun_at > :since
        """;

    private static final String URGENT =
        """
        select count(*) from messaging.outgoing
         where organization_id = :organization and to_address = :to and purpose = 'reply' and begun_at > :since
           and key like 'reply/%/danger' and state not in ('refused', 'failed')
        """;

    private static final String ANSWERED_LAST =
        """
        select coalesce((select o.purpose = 'reply' and o.key not like 'reply/%/person/%' from messaging.outgoing o
                          where o.organization_id = :organization and o.to_address = :to and o.channel = 'text'
                          order by o.begun_at desc, o.outgoing_id desc limit 1), false)
        """;

    /** Whatever became of it. */
    private static final String WROTE =
        """
        select exists (select from messaging.outgoing
                        where organization_id = :organization and to_address = :to and channel = 'text'
                          and begun_at > :since and (purpose <> 'reply' or key like 'reply/%/person/%'))
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    boolean add(TextId id, Reply reply, TextStore.Line line, Instant now) {
      return jdbc.sql(ADD)
              .param("organization", reply.organization().value())
              .param("id", id.value())
              .param("patient", reply.patient().map(PatientId::value).orElse(null))
              .param("key", reply.key())
              .param("from", line.from())
              .param("to", line.to())
              .param("now", now.atOffset(UTC))
              .update()
          == 1;
    }

    boolean wroteSince(OrganizationId organization, String to, Instant since) {
      return jdbc.sql(WROTE)
          .param("organization", organization.value())
          .param("to", to)
          .param("since", since.atOffset(UTC))
          .query(Boolean.class)
          .single();
    }

    boolean answeredLast(OrganizationId organization, String to) {
      return jdbc.sql(ANSWERED_LAST)
          .param("organization", organization.value())
          .param("to", to)
          .query(Boolean.class)
          .single();
    }

    int count(OrganizationId organization, String to, Instant since) {
      return counted(COUNT, organization, to, since);
    }

    int urgent(OrganizationId organization, String to, Instant since) {
      return counted(URGENT, organization, to, since);
    }

    private int counted(String sql, OrganizationId organization, String to, Instant since) {
      return jdbc.sql(sql)
          .param("organization", organization.value())
          .param("to", to)
          .param("since", since.atOffset(UTC))
          .query(Integer.class)
          .single();
    }
  }
}
