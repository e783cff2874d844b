package health.malasakit.inquiries.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.live.Live;
import health.malasakit.messaging.texts.SentReplies;
import health.malasakit.messaging.texts.SentText;
import health.malasakit.messaging.texts.TextId;
import health.malasakit.messaging.texts.TextSettled;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;

/**
 * An answer did not reach her, or nobody knows whether it did. What had settled itself by it waits
 * for a person until it reached her after all, and a list that was asked is none to answer; so does
 * what a person answered. The confirmation of a STOP needs nobody, as many a carrier takes none
 * then: that stands in the history of the text alone. So does the answer to danger words that
 * joined a text that waits.
 */
@Component
class UnheardReactions {

  private static final Set<String> OF_REPLIES =
      Set.of(TextInStep.REPLY_UNHEARD, TextInStep.REPLY_ARRIVED);

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
                    () -> byItself(settled.organization(), settled.text())));
  }

  /** Asked again once the text is ours alone: of two reactions the second knows what is so now. */
  private void byItself(OrganizationId clinic, TextId reply) {
    store
        .answeredBy(clinic, reply)
        .flatMap(text -> texts.alone(clinic, text))
        .ifPresent(seen ->
            replies.find(clinic, reply).ifPresent(sent -> stands(seen.text(), sent.text())));
  }

  private void stands(TextIn text, SentText sent) {
    switch (sent.state()) {
      case REFUSED, FAILED -> unheard(text, sent, "lost");
      case IN_DOUBT -> unheard(text, sent, "doubted");
      case HANDED_OVER, DELIVERED -> heard(text, sent);
      case SENDING -> {}
    }
  }

  /** Opened once, and only while it was settled by itself. */
  private void unheard(TextIn text, SentText sent, String list) {
    store.list(text.organization(), sent.id(), list);
    store.open(text.organization(), sent.id());
    var words = TextInStep.words(sent);
    if (texts.steps(text).stream()
        .noneMatch(
            step -> step.what().equals(TextInStep.REPLY_UNHEARD) && step.words().equals(words))) {
      remember(text, TextInStep.REPLY_UNHEARD, words);
    }
  }

  /** After all: a list is one again, and what nobody touched meanwhile was settled by itself. */
  private void heard(TextIn text, SentText sent) {
    store.list(text.organization(), sent.id(), "asked");
    var steps = texts.steps(text).reversed();
    var last = steps.stream().map(TextInStep::what).filter(OF_REPLIES::contains).findFirst();
    if (last.filter(TextInStep.REPLY_UNHEARD::equals).isPresent()) {
      boolean touched =
          steps.stream()
              .takeWhile(step -> !OF_REPLIES.contains(step.what()))
              .anyMatch(step -> step.by().isPresent());
      if (!touched) {
        store.settle(text.organization(), sent.id(), clock.instant());
      }
      remember(text, TextInStep.REPLY_ARRIVED, "");
    }
  }

  private void remember(TextIn text, String what, String words) {
    texts.remember(text, new TextInStep(what, words, Optional.empty(), clock.instant()));
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

    private static final String SETTLE =
        """
        update inquiries.text_in set became = 'itself', done_at = :now, why = '', version = version + 1
         where organization_id = :organization and reply_id = :reply and became = '' and why = 'no_reply' and owner is null
        """;

    private static final String LIST =
        """
        update inquiries.text_question q set stands = :stands
          from inquiries.text_in t
         where t.organization_id = :organization and t.reply_id = :reply and q.organization_id = t.organization_id
           and q.from_digits = t.from_digits and q.text_id = t.text_id and q.stands <> :stands
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

    void settle(OrganizationId organization, TextId reply, Instant now) {
      of(SETTLE, organization, reply).param("now", now.atOffset(UTC)).update();
    }

    /** What was asked with it, if it was a list. */
    void list(OrganizationId organization, TextId reply, String stands) {
      of(LIST, organization, reply).param("stands", stands).update();
    }

    private JdbcClient.StatementSpec of(String sql, OrganizationId organization, TextId reply) {
      return jdbc.sql(sql)
          .param("organization", organization.value())
          .param("reply", reply.value());
    }
  }
}
