package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.texts.AnswersStillTrue;
import health.malasakit.messaging.texts.TextId;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.Visit;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whether an answer that waits still says what is so. */
@Component
class TextsAnsweredTruly implements AnswersStillTrue {

  private final Store store;
  private final TextInStore texts;
  private final VisitsOfText visits;
  private final ConfidentialVisits confidential;
  private final Clock clock;

  TextsAnsweredTruly(
      Store store,
      TextInStore texts,
      VisitsOfText visits,
      ConfidentialVisits confidential,
      Clock clock) {
    this.store = store;
    this.texts = texts;
    this.visits = visits;
    this.confidential = confidential;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isTrue(OrganizationId clinic, TextId answer) {
    return store
        .answeredLast(clinic, answer)
        .flatMap(text -> texts.find(clinic, text))
        .map(TextInStore.Seen::text)
        .filter(text -> visits.areSo(text, visit -> mayHear(text, visit)))
        .isPresent();
  }

  /** As it was asked when it was answered. */
  private boolean mayHear(TextIn text, Visit visit) {
    return !visit.confidential()
        && text.came()
            .phone()
            .filter(number ->
                confidential.mayContactAbout(visit.id(), number.written(), clock.instant()))
            .isPresent();
  }

  /** The text that was answered. */
  @Repository
  static class Store {

    private static final String ANSWERED_LAST =
        """
        select t.text_id from inquiries.text_in t
         where t.organization_id = :organization and t.reply_id = :reply
           and not exists (select from inquiries.text_in n
                            where n.organization_id = t.organization_id and n.from_digits = t.from_digits
                              and n.came_at >= t.came_at and n.text_id <> t.text_id
                              and (n.came_at > t.came_at or n.text_id > t.text_id))
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    /** Empty when something came from that number after it. */
    Optional<TextInId> answeredLast(OrganizationId organization, TextId reply) {
      return jdbc.sql(ANSWERED_LAST)
          .param("organization", organization.value())
          .param("reply", reply.value())
          .query(UUID.class)
          .optional()
          .map(TextInId::new);
    }
  }
}
