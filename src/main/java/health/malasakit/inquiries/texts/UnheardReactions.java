package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.live.Live;
import health.malasakit.messaging.texts.SentReplies;
import health.malasakit.messaging.texts.SentText;
import health.malasakit.messaging.texts.TextId;
import health.malasakit.messaging.texts.TextSettled;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;

/**
 * An answer did not reach her, or nobody knows whether it did. What had settled itself by it waits
 * for a person, and a list that was asked is none to answer; so does what a person answered. The
 * confirmation of a STOP needs nobody, as many a carrier takes none then: that stands in the
 * history of the text alone. So does the answer to danger words that joined a text that waits.
 */
@Component
class UnheardReactions {

  private final Store store;
  private final TextInStore texts;
  private final SentReplies replies;
  private final UnheardAnswers answers;
  private final Live live;
  private final Clock clock;

  UnheardReactions(
      Store store,
      TextInStore texts,
      SentReplies replies,
      UnheardAnswers answers,
      Live live,
      Clock clock) {
    this.store = store;
    this.texts = texts;
    this.replies = replies;
    this.answers = answers;
    this.live = live;
    this.clock = clock;
  }

  /** May come late or again: what counts is how it stands now. */
  @ApplicationModuleListener
  void on(TextSettled settled) {
    replies
        .find(settled.organization(), settled.text())
        .ifPresent(sent ->
            AnswerKey.read(sent.key())
                .ifPresentOrElse(
                    answer -> answers.stands(settled.organization(), answer, sent.text()),
                    () -> byItself(settled.organization(), sent.text())));
  }

  private void byItself(OrganizationId clinic, SentText sent) {
    switch (sent.state()) {
      case REFUSED, FAILED, IN_DOUBT ->
          store
              .answeredBy(clinic, sent.id())
              .flatMap(text -> texts.alone(clinic, text))
              .ifPresent(seen -> unheard(seen.text(), sent));
      case SENDING, HANDED_OVER, DELIVERED -> {}
    }
  }

  /** Opened once, and only while it was settled by itself. */
  private void unheard(TextIn text, SentText sent) {
    store.unasked(text.organization(), sent.id());
    store.open(text.organization(), sent.id());
    var words = TextInStep.words(sent);
    if (texts.steps(text).stream()
        .noneMatch(
            step -> step.what().equals(TextInStep.REPLY_UNHEARD) && step.words().equals(words))) {
      texts.remember(
          text, new TextInStep(TextInStep.REPLY_UNHEARD, words, Optional.empty(), clock.instant()));
    }
    live.changed(TextsIn.topic(text.organization()));
  }

  /** What was settled by an answer. */
  @Repository
  static class Store {

    private static final String ANSWERED_BY =
        """
        select text_id from inquiries.text_in where organization_id = :organization and reply_id = :reply
        """;

    private static final String OPEN =
        """
        update inquiries.text_in set became = '', done_at = null, why = 'no_reply', version = version + 1
         where organization_id = :organization and reply_id = :reply and became = 'itself'
           and replied not in ('stop', 'danger')
        """;

    private static final String UNASKED =
        """
        update inquiries.text_question q set heard = false
          from inquiries.text_in t
         where t.organization_id = :organization and t.reply_id = :reply and q.organization_id = t.organization_id
           and q.text_id = t.text_id
        """;

    private final JdbcClient jdbc;

    Store(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    Optional<TextInId> answeredBy(OrganizationId organization, TextId reply) {
      return of(ANSWERED_BY, organization, reply).query(UUID.class).optional().map(TextInId::new);
    }

    void open(OrganizationId organization, TextId reply) {
      of(OPEN, organization, reply).update();
    }

    void unasked(OrganizationId organization, TextId reply) {
      of(UNASKED, organization, reply).update();
    }

    private JdbcClient.StatementSpec of(String sql, OrganizationId organization, TextId reply) {
      return jdbc.sql(sql)
          .param("organization", organization.value())
          .param("reply", reply.value());
    }
  }
}
